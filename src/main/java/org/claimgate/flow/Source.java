package org.claimgate.flow;

/**
 * Where claims come from.
 *
 * @param sender who; the same content of the same sender is the same claim
 * @param reference identifies this handing over, such as a message id: when it comes again, it is answered once
 * @param answered whether the sender gets the answer at once (HTTP); others are told by a status message
 */
record Source(String sender, String reference, boolean answered) {}
