package org.claimgate.flow;

/**
 * A body, as somebody hands it in.
 *
 * @param fileName by which it may be recognised; empty where it has none
 * @param sender who; the same content of the same sender is the same claim
 * @param reference identifies this handing over, such as a message id: when it comes again, it is answered once
 * @param answered whether the sender gets the answer at once (HTTP); others are told by a status message
 */
public record Handover(byte[] body, String fileName, String sender, String reference, boolean answered) {

    /** Of a body without a name. */
    public Handover(byte[] body, String sender, String reference, boolean answered) {
        this(body, "", sender, reference, answered);
    }

    Source source() {
        return new Source(sender, reference, answered);
    }
}
