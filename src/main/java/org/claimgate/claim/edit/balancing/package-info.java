/** Edits of SNIP type 3: amounts that must add up. */
package org.claimgate.claim.edit.balancing;
