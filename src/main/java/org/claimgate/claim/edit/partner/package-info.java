/** Edits of SNIP type 7 that hold for every partner; a partner's own are data in its file. */
package org.claimgate.claim.edit.partner;
