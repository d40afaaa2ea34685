package org.claimgate.flow;

import org.claimgate.ledger.Act;

/** What came of something that a person wanted done: it is done, or nothing has changed and words say why. */
public sealed interface ActResult {

    record Done(Act act) implements ActResult {}

    /** @param words what was expected, for the person */
    record Refused(Reason reason, String words) implements ActResult {}

    /** Why an act is refused. */
    enum Reason {
        /** Who, why or what is not said. */
        INCOMPLETE,
        /** Nothing is known by that name or number. */
        UNKNOWN,
        /** It stands where this cannot be done. */
        NOT_NOW
    }
}
