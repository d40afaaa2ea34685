package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.claimgate.guide.Issue;

/** The port to the mappings of claims that other systems write in JSON of their own, chosen by who sends them. */
public interface SenderClaims {

    /** From one JSON object of a sender to one claim of ours. Safe for concurrent use. */
    interface Mapping {

        /** The name of its folder; empty for {@link #OURS}. */
        String name();

        Mapped map(ObjectNode handedIn);
    }

    /**
     * What a mapping makes of an object.
     *
     * @param claim null where there is none
     * @param issue why there is none, with code {@code DOCUMENT:mapping}; no value of the object is in the message
     */
    record Mapped(ObjectNode claim, Issue issue) {}

    /** Of senders who write our own vocabulary: the claim is what they hand in. */
    Mapping OURS = new Mapping() {

        @Override
        public String name() {
            return "";
        }

        @Override
        public Mapped map(ObjectNode handedIn) {
            return new Mapped(handedIn, null);
        }
    };

    /** The mapping of a sender; {@link #OURS} for one who needs none. */
    Mapping of(String sender);
}
