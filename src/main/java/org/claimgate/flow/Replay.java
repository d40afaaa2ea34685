package org.claimgate.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.claimgate.flow.ActResult.Done;
import org.claimgate.flow.ActResult.Reason;
import org.claimgate.flow.ActResult.Refused;
import org.claimgate.flow.ReplaySelection.OfClaim;
import org.claimgate.flow.ReplaySelection.OfFile;
import org.claimgate.flow.ReplaySelection.OfPeriod;
import org.claimgate.ledger.Act;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.OutboxStore;
import org.claimgate.ledger.OutboxStore.Told;
import org.claimgate.ledger.OutgoingMessage;
import org.claimgate.ledger.RemovalStore.RemovedMessages;

/**
 * Puts messages into the outbox once more, each under an id made of the act and of the message that it repeats: CloudEvents with
 * the extensions {@code replay} and {@code replayof}. Replays are never replayed, nor written into files of payments.
 */
final class Replay {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_A_TIME = 500;

    private final Ledger ledger;

    Replay(Ledger ledger) {
        this.ledger = ledger;
    }

    /** In the transaction of the act. */
    ActResult of(ReplaySelection selection, Acts.By by) {
        if (selection instanceof OfClaim claim) {
            return of(Told.ofSubject(claim.claim(), Messages.PROBLEM_TYPE), "claim " + claim.claim(), by);
        }
        if (selection instanceof OfPeriod period) {
            String what = "messages from %s to %s".formatted(period.from(), period.to());
            return of(Told.between(period.from(), period.to()), what, by);
        }
        String name = ((OfFile) selection).file();
        List<InboxFile> files = ledger.inbox().named(name);
        return files.size() == 1
                ? of(
                        Told.ofFile(files.get(0).id()),
                        "received file " + files.get(0).name(),
                        by)
                : new Refused(Reason.UNKNOWN, "expected is the number, or the only name, of a received file: " + name);
    }

    private ActResult of(Told told, String what, Acts.By by) {
        List<OutboxStore.Waiting> some = ledger.outbox().originals(told, 0, AT_A_TIME);
        Optional<RemovedMessages> removed = ledger.removals().ofMessages(told);
        if (some.isEmpty()) {
            return removed.map(gone -> new Refused(Reason.NOT_NOW, "nothing is left of " + what + ": " + words(gone)))
                    .orElseGet(() -> new Refused(Reason.UNKNOWN, "no message has been told of " + what));
        }
        String left = what + removed.map(gone -> ", without " + words(gone)).orElse("");
        Act act = ledger.acts().ofMessages(left, by.who(), by.reason());
        while (!some.isEmpty()) {
            some.forEach(original -> ledger.outbox().addReplay(again(original, act), act.id()));
            long last = some.get(some.size() - 1).place();
            some = ledger.outbox().originals(told, last, AT_A_TIME);
        }
        return new Done(act);
    }

    private static String words(RemovedMessages gone) {
        return "%s %s"
                .formatted(
                        Reading.count((int) gone.messages(), "message"),
                        gone.last().words());
    }

    private static OutgoingMessage again(OutboxStore.Waiting waiting, Act act) {
        OutgoingMessage original = waiting.message();
        String id = "replay:" + act.id() + ":" + waiting.place();
        try {
            ObjectNode event = (ObjectNode) JSON.readTree(original.body());
            event.put("id", id);
            event.put("replay", true);
            event.put("replayof", original.duplicateId());
            return original.again(id, event.toString(), act.at());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Message " + original.duplicateId() + " is not JSON", e);
        }
    }
}
