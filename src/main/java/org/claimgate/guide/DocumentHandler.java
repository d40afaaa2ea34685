package org.claimgate.guide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.claimgate.x12.Interchange;

/** Receives what {@link DocumentReader} finds, in the order of the file. */
public interface DocumentHandler {

    /** A new interchange begins; everything until the next call belongs to it. */
    default void interchange(Interchange header) {}

    /** One record of the guide, with the fields of the loops around it and an {@code envelope} object. */
    void document(Guide guide, ObjectNode document);

    void issue(Issue issue);

    /** The interchange has ended; false when it broke off. */
    default void interchangeEnd(Interchange header, boolean complete) {}
}
