/** Edits of SNIP type 4: what must be there, or must not, because of something else in the claim. */
package org.claimgate.claim.edit.situation;
