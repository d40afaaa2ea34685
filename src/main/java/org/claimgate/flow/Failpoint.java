package org.claimgate.flow;

import java.util.ServiceLoader;

/**
 * The moments between two durable effects, at which a process may die: nothing may be lost then, and nothing done twice.
 * Whoever adds an effect adds its moments. In a gateway nobody watches them and {@link #reached} does nothing; the crash
 * harness (docs/decisions/0017-killed-at-named-moments.md) puts a {@link Watch} on the class path and kills the process there.
 */
public enum Failpoint {
    INTAKE_READ("the queue has the message", "its claims have been judged, and nothing is stored"),
    INTAKE_WRITTEN("the queue has the message", "the first of its claims is in a transaction that is open"),
    INTAKE_COMMITTED("the ledger has the claims", "the queue has the message still, or the sender has no answer"),
    INTAKE_ANSWERED(
            "the ledger has the claims, and the answer lies in its folder", "the file is still in the watched folder"),

    INQUIRY_WRITTEN("the queue has the message", "the question is written in a transaction that is open"),
    INQUIRY_COMMITTED("the ledger has the question's interchange, READY", "the queue has the message still"),

    SUBMISSION_NUMBERED("the claims are READY", "control numbers are drawn in a transaction that is open"),
    SUBMISSION_WRITTEN("the claims are READY", "their interchange is in a transaction that is open"),
    SUBMISSION_COMMITTED("the ledger has the interchange, READY, with its bytes", "nobody has begun to deliver it"),

    DELIVERY_TAKEN("the attempt has its number", "no upload has been recorded"),
    DELIVERY_CLEARED("the file of an earlier attempt is gone", "the new attempt's name is not recorded"),
    DELIVERY_UPLOADING("UPLOADING, with the name of this attempt", "the partner has nothing"),
    DELIVERY_UPLOADED("the partner has the file under its temporary name", "recorded is UPLOADING"),
    DELIVERY_STAGED("STAGED", "the partner has the file under its temporary name"),
    DELIVERY_RENAMED("the partner sees the file", "recorded is STAGED"),
    DELIVERY_WRITTEN("the partner sees the file", "VISIBLE and its messages are in a transaction that is open"),
    DELIVERY_VISIBLE("VISIBLE, with the claims' events and messages", "the next interchange has not been taken"),

    PICKUP_DOWNLOADED("the partner has the answer", "its bytes are in a file of ours"),
    PICKUP_WRITTEN("the partner has the answer", "its bytes are in a transaction that is open"),
    PICKUP_STORED("the ledger has the answer's bytes, FETCHED", "the partner has the answer still"),
    PICKUP_DISPOSED("the partner's copy is deleted or moved", "the ledger does not know that"),
    PICKUP_RECORDED("the ledger knows that the partner's copy is gone", "nothing of the file has been read"),

    INTERPRETATION_TAKEN("the file is FETCHED", "it is taken in a transaction that is open"),
    INTERPRETATION_WRITTEN("the file is FETCHED", "its events, messages and answers are in a transaction that is open"),
    INTERPRETATION_COMMITTED("the file is INTERPRETED, with events, messages and answers", "no message has been sent"),

    POSTING_WRITTEN(
            "the file of payments, under a hidden name", "its payments are to be marked in a transaction that is open"),
    POSTING_COMMITTED("the ledger has the payments as posted", "nobody sees their file"),
    POSTING_VISIBLE("the file of payments has its name", "the next has not been written"),

    DEADLINES_WRITTEN("nobody has been told of the answer", "that it is overdue is in a transaction that is open"),
    DEADLINES_COMMITTED("the ledger knows what is overdue, with its messages", "no message has been sent"),

    ACTS_WRITTEN("everything stands as it did", "what a person did is in a transaction that is open"),
    ACTS_COMMITTED("what a person did, with who and why", "the person has no answer, and nothing has come of it"),

    PUBLICATION_TAKEN(
            "the message is in the ledger, not sent", "the turn to send is taken in a transaction that is open"),
    PUBLICATION_SENT("the queue has the message", "the ledger does not know that"),
    PUBLICATION_MARKED("the queue has the messages", "they are marked as sent in a transaction that is open"),

    RETENTION_ARCHIVED(
            "the ledger has everything, and the archive has copies of some", "nothing of it has been removed"),
    RETENTION_COMMITTED("what was due is gone, and its copies are in the archive", "more may be due");

    /** Somebody who is told of every moment, in the thread that comes there. */
    public interface Watch {

        void reached(Failpoint failpoint);
    }

    private static final Watch WATCH =
            ServiceLoader.load(Watch.class).findFirst().orElse(failpoint -> {});

    private final String durable;
    private final String open;

    Failpoint(String durable, String open) {
        this.durable = durable;
        this.open = open;
    }

    /** What outlives the process here. */
    public String durable() {
        return durable;
    }

    /** What does not, or is not known yet. */
    public String open() {
        return open;
    }

    public void reached() {
        WATCH.reached(this);
    }
}
