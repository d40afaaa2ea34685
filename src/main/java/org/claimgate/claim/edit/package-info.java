/**
 * The edits of claims: rules that refuse or doubt a claim and that no mapping file can state. Each is a small class that
 * implements one of the {@link org.claimgate.claim.edit.Check checks} and says in its {@link org.claimgate.claim.edit.Rule}
 * what it is about; {@link org.claimgate.claim.edit.Edits} finds them all and walks a claim once. Rules read the claim by the
 * words of the trade: {@link org.claimgate.claim.edit.Claim}, {@link org.claimgate.claim.edit.Line},
 * {@link org.claimgate.claim.edit.Party}, {@link org.claimgate.claim.edit.OtherPayer}. They stand in a package for each SNIP
 * type, which imports this one.
 */
package org.claimgate.claim.edit;
