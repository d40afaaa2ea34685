package org.claimgate.guide;

import org.claimgate.x12.FunctionalGroup;
import org.claimgate.x12.Interchange;
import org.claimgate.x12.Segment;
import org.claimgate.x12.TransactionSet;

/**
 * Receives what {@link DocumentReader} finds, in the order of the file. Every begin has its end, also where the file
 * breaks off; an issue belongs to the innermost set, group or interchange that is open when it comes.
 */
public interface DocumentHandler {

    /** A new interchange begins; everything until the next call belongs to it. */
    default void interchange(Interchange header) {}

    default void group(FunctionalGroup header) {}

    /** @param guide by which the set is read; null when there is none for it, which is an issue that follows */
    default void set(TransactionSet header, Guide guide) {}

    /**
     * A segment between ST and SE, before it is read.
     *
     * @param segment valid until the call returns
     * @param position in the set, ST being 1
     */
    default void segment(Segment segment, int position) {}

    /**
     * One record of the guide, with the fields of the loops around it and an {@code envelope} object.
     *
     * @param document good until the call returns
     */
    void document(Guide guide, Document document);

    void issue(Issue issue);

    default void setEnd(TransactionSet header) {}

    /** @param included the number of sets that GE01 promises, as it stands there; empty when there is no GE */
    default void groupEnd(FunctionalGroup header, String included) {}

    /** The interchange has ended; false when it broke off. */
    default void interchangeEnd(Interchange header, boolean complete) {}
}
