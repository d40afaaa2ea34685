/**
 * The steps of the gateway, one class each, called by the routes: Intake, Submission, Delivery, Pickup, Interpretation,
 * Publication. They meet only in the ledger, never each other, and know neither Camel nor SQL.
 */
package org.claimgate.flow;
