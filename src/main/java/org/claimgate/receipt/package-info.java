/**
 * What we say of files that we received: each interchange is judged while it is read
 * ({@link org.claimgate.receipt.Receipts}) and answered with the TA1 and the 999 that its sender is owed
 * ({@link org.claimgate.receipt.AcknowledgmentWriter}). Knows neither claims nor partners; on the arrow from the mapping
 * engine to Interpretation.
 */
package org.claimgate.receipt;
