/**
 * The steps of the gateway, one class each: Intake, Inquiry, Submission, Delivery, Pickup, Interpretation, Deadlines, Publication, Retention;
 * and Acts, what people do where a step cannot go on. Each
 * reads from the ledger what the step before it left there and writes what the next one needs, in one transaction; no step
 * knows another. What they need of the outside world stands here as ports, without Camel. {@link org.claimgate.flow.Messages}
 * is what all of them say on the queues.
 */
package org.claimgate.flow;
