/** Edits of SNIP type 5: the form of numbers and codes, and those lists of them that are in the public domain. */
package org.claimgate.claim.edit.code;
