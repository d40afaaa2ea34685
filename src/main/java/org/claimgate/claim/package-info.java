/**
 * What a claim is: {@link org.claimgate.claim.ClaimReader} finds the claims in a body of JSON,
 * {@link org.claimgate.claim.Claims} brings each into its canonical form and says everything that is wrong with it by
 * schema, guide and {@linkplain org.claimgate.claim.edit.Edits edits}, and {@link org.claimgate.claim.Batching} orders claims for
 * one transaction set. It stands between intake and the ledger, and knows neither.
 */
package org.claimgate.claim;
