/** What the commands say of a file that they read, beyond what its guide says. */
package org.claimgate.cli.edit;
