/**
 * What a partner's answers mean for a claim: each inbound kind (TA1, 999, 277CA, 277, 835) has one reader that turns a
 * document of the mapping engine into an {@link org.claimgate.response.Outcome}, and
 * {@link org.claimgate.response.ClaimLifeCycle} says which state may follow which. Which fields of a claim an answer speaks of, and what to do,
 * {@link org.claimgate.response.Rejections} knows from tables. On the arrow from the mapping engine to
 * Interpretation; free of SQL and of Camel.
 */
package org.claimgate.response;
