package org.claimgate.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.claimgate.flow.ActResult.Done;
import org.claimgate.flow.ActResult.Reason;
import org.claimgate.flow.ActResult.Refused;
import org.claimgate.ledger.Act;
import org.claimgate.ledger.ClaimEvent;
import org.claimgate.ledger.InboxFile;
import org.claimgate.ledger.Ledger;
import org.claimgate.ledger.Removal;
import org.claimgate.ledger.StoredClaim;
import org.claimgate.ledger.StoredInterchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person may do to files that cannot be read, interchanges that cannot be delivered, and messages that were told. Each act
 * is one durable transaction together with who did it and why; what is refused changes nothing.
 */
public final class Acts {

    private static final Logger LOG = LoggerFactory.getLogger(Acts.class);

    private static final Set<InboxFile.State> UNREADABLE =
            Set.of(InboxFile.State.QUARANTINED, InboxFile.State.SET_ASIDE);
    private static final Set<StoredInterchange.State> HELD =
            Set.of(StoredInterchange.State.HOLD, StoredInterchange.State.SET_ASIDE);

    private final Ledger ledger;
    private final Departure departure;
    private final Replay replay;
    private final Clock clock;

    public Acts(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.departure = new Departure(ledger, clock);
        this.replay = new Replay(ledger);
        this.clock = clock;
    }

    /**
     * Who acts, and why.
     *
     * @param reason in the person's own words; kept and shown, never sent or logged
     */
    public record By(String who, String reason) {}

    /**
     * Has a received file that could not be read, read anew, after a mapping or a profile was changed. What was told of it before
     * is not told again. A file that we acknowledged is refused: the partner was told that it sends it again.
     *
     * @param file id or name
     */
    public ActResult retryFile(String file, By by) {
        return act(
                by,
                () -> onFile(file, UNREADABLE, found -> {
                    if (ledger.interchanges().areAnswers(found.id())) {
                        return notNow(
                                "%s has been answered with our TA1 or 999, which rejects it; ask %s for a new file"
                                        .formatted(found.name(), found.partner()));
                    }
                    Optional<Removal> removal = ledger.removals().ofFile(found.id());
                    if (removal.isPresent()) {
                        return notNow("the bytes of %s were %s"
                                .formatted(found.name(), removal.get().words()));
                    }
                    ledger.inbox().retry(found);
                    return done(ledger.acts().ofFile(found, Act.Kind.FILE_RETRIED, by.who(), by.reason()));
                }));
    }

    /** Leaves a received file alone that could not be read; it needs no attention any more. */
    public ActResult setFileAside(String file, By by) {
        return act(
                by,
                () -> onFile(file, Set.of(InboxFile.State.QUARANTINED), found -> {
                    ledger.inbox().setAside(found);
                    return done(ledger.acts().ofFile(found, Act.Kind.FILE_SET_ASIDE, by.who(), by.reason()));
                }));
    }

    /**
     * Records that an interchange on hold is at its partner: as if its delivery had ended well.
     *
     * @param interchange id, or name of its file
     */
    public ActResult confirmDelivery(String interchange, By by) {
        return act(
                by,
                () -> onInterchange(interchange, HELD, found -> {
                    StoredInterchange visible = ledger.interchanges().confirmed(found);
                    departure.record(visible);
                    return done(ledger.acts().ofInterchange(found, Act.Kind.DELIVERY_CONFIRMED, by.who(), by.reason()));
                }));
    }

    /**
     * Delivers an interchange on hold again, with its name and its bytes: for one that the partner does not have. One is refused that
     * has a claim in whose place another came: both would be sent.
     */
    public ActResult repeatDelivery(String interchange, By by) {
        return act(
                by,
                () -> onInterchange(interchange, HELD, found -> {
                    // Who corrects one of them waits until this ends, and reads then where their interchange stands.
                    List<StoredClaim> replaced = ledger.claims().lockInterchange(found.id()).stream()
                            .filter(claim -> claim.replacedBy() != null)
                            .toList();
                    if (!replaced.isEmpty()) {
                        return notNow(("%d of the %d claims of %s have been replaced by others, such as %s by %s;"
                                        + " once it is set aside, its other claims can be handed in again, each naming the one it replaces")
                                .formatted(
                                        replaced.size(),
                                        found.claims(),
                                        found.fileName(),
                                        replaced.get(0).id(),
                                        replaced.get(0).replacedBy()));
                    }
                    ledger.interchanges().repeat(found);
                    return done(ledger.acts().ofInterchange(found, Act.Kind.DELIVERY_REPEATED, by.who(), by.reason()));
                }));
    }

    /** Leaves an interchange on hold undelivered, which its claims are told; it needs no attention any more. */
    public ActResult setDeliveryAside(String interchange, By by) {
        return act(
                by,
                () -> onInterchange(interchange, Set.of(StoredInterchange.State.HOLD), found -> {
                    ledger.interchanges().setAside(found);
                    Act act = ledger.acts().ofInterchange(found, Act.Kind.DELIVERY_SET_ASIDE, by.who(), by.reason());
                    ledger.claims().ofInterchange(found.id()).forEach(claim -> tellSetAside(claim, found, act));
                    return done(act);
                }));
    }

    /** Sends the messages of a claim, a received file or a period once more, marked as replays. */
    public ActResult replay(ReplaySelection selection, By by) {
        return act(by, () -> replay.of(selection, by));
    }

    /** Writes a backup of the ledger, which goes on meanwhile. A ledger in PostgreSQL is backed up by PostgreSQL's own means. */
    public ActResult backUp(Path folder, By by) {
        return act(by, () -> {
            if (!ledger.isEmbedded()) {
                return notNow("the ledger is a PostgreSQL: pg_dump and pg_basebackup make backups of it");
            }
            String name = ledger.backUp(folder);
            return done(ledger.acts().ofLedger(Act.Kind.BACKED_UP, name, by.who(), by.reason()));
        });
    }

    private void tellSetAside(StoredClaim claim, StoredInterchange interchange, Act act) {
        ClaimEvent event = ClaimEvent.own(
                clock.instant(),
                claim.state(),
                "SET_ASIDE",
                interchange.id(),
                "Not sent: its file %s has been set aside".formatted(interchange.fileName()));
        StoredClaim now = ledger.claims().advance(claim, event);
        ObjectNode data = Messages.statusData(now, event, JsonNodeFactory.instance.arrayNode());
        String id = "claim:" + claim.id() + ":SET_ASIDE:" + act.id();
        ledger.outbox().add(Messages.status(id, event.at(), claim.id(), data));
    }

    private ActResult act(By by, Supplier<ActResult> work) {
        if (by.who().isBlank() || by.reason().isBlank()) {
            return new Refused(Reason.INCOMPLETE, "who acts, and the reason, must be said");
        }
        ActResult result = ledger.durably(() -> {
            ActResult made = work.get();
            if (made instanceof Done) {
                Failpoint.ACTS_WRITTEN.reached();
            }
            return made;
        });
        if (result instanceof Done done) {
            Failpoint.ACTS_COMMITTED.reached();
            LOG.info(
                    "{}: {}, by {}",
                    done.act().kind(),
                    done.act().what(),
                    done.act().who());
        }
        return result;
    }

    private ActResult onFile(String name, Set<InboxFile.State> where, Function<InboxFile, ActResult> work) {
        List<InboxFile> found = ledger.inbox().lock(name);
        if (found.size() != 1) {
            return ambiguous(
                    "received file", name, found.stream().map(InboxFile::id).toList());
        }
        InboxFile file = found.get(0);
        return where.contains(file.state())
                ? work.apply(file)
                : notNow("%s is %s; expected is one that is %s".formatted(file.name(), file.state(), any(where)));
    }

    private ActResult onInterchange(
            String name, Set<StoredInterchange.State> where, Function<StoredInterchange, ActResult> work) {
        List<StoredInterchange> found = ledger.interchanges().named(name);
        if (found.size() != 1) {
            return ambiguous(
                    "file to a partner",
                    name,
                    found.stream().map(StoredInterchange::id).toList());
        }
        StoredInterchange interchange = found.get(0);
        return where.contains(interchange.state())
                ? work.apply(interchange)
                : notNow("%s is %s; expected is one that is %s"
                        .formatted(interchange.fileName(), interchange.state(), any(where)));
    }

    private static ActResult ambiguous(String what, String name, List<Long> found) {
        String words = found.isEmpty()
                ? "there is no %s '%s'".formatted(what, name)
                : "there are several: %s '%s' may be %s; give the number".formatted(what, name, found);
        return new Refused(Reason.UNKNOWN, words);
    }

    private static String any(Set<? extends Enum<?>> states) {
        return states.stream().map(Enum::name).sorted().collect(Collectors.joining(" or "));
    }

    private static ActResult notNow(String words) {
        return new Refused(Reason.NOT_NOW, words);
    }

    private static ActResult done(Act act) {
        return new Done(act);
    }
}
