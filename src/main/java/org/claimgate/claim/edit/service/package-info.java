/** Edits of SNIP type 6: what one kind of service asks for. */
package org.claimgate.claim.edit.service;
