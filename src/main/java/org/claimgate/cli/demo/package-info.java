/**
 * The demo: the whole product on real parts in a scratch folder, fed with the sample claims. It stands outside the flow:
 * it submits claims and reads payments as a billing system would, through the queue, and watches the ledger.
 */
package org.claimgate.cli.demo;
