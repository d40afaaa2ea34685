package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One kind of answer, by the vocabulary of its documents. Made anew for each file. */
interface AnswerKind {

    String vocabulary();

    /** Finds what a document answers, advances it, and records the messages. */
    void handle(ObjectNode document);

    /** The same, with the text that the document was read from. */
    default void handle(ObjectNode document, String text) {
        handle(document);
    }

    /** The interchange has ended. */
    default void end() {}
}
