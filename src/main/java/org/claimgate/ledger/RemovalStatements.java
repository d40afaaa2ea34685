package org.claimgate.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.claimgate.ledger.Removal.Kind;
import org.claimgate.response.ClaimLifeCycle;
import org.claimgate.response.ClaimState;

/** What may go, as conditions of SQL, and how it goes. What stays open keeps what it belongs to. */
final class RemovalStatements {

    private static final String SETTLED = Arrays.stream(ClaimState.values())
            .filter(ClaimLifeCycle::isSettled)
            .map(state -> "'" + state + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    /** The partner has it, and owes nothing to it. */
    private static final String CLOSED = "i.state = 'VISIBLE' and i.watched = true"
            + " and not exists (select 1 from expected_answer a where a.interchange = i.id and a.state <> 'ENDED')"
            + " and not exists (select 1 from claim_state s where s.interchange = i.id and s.state not in " + SETTLED
            + ")"
            + " and not exists (select 1 from inquiry q where q.interchange = i.id and q.answer is null)";

    /** A claim of which nothing has been heard for long, and of which nothing more is expected. Who advances it holds its state alone. */
    private static final String QUIET =
            "received_at >= :from and received_at < :before and claim_state.state in " + SETTLED
                    + " and overdue = ''"
                    + " and not exists (select 1 from claim_event e where e.claim = claim.id and e.at >= :before)"
                    + " and not exists (select 1 from inquiry q where q.claim = claim.id and q.answer is null)"
                    + " and not exists (select 1 from outbox o join outbox_waiting w on w.message = o.id where o.subject = claim.id)"
                    + " and not exists (select 1 from interchange i where i.id = claim_state.interchange and not ("
                    + CLOSED + "))"
                    + " order by received_at, claim.id";

    private static final String TAKEN = " limit :limit for update skip locked";

    private RemovalStatements() {}

    /** Gives id, partner, since and bytes; takes the parameters before, from, limit and, for messages, postedQueue. */
    static String due(Kind kind) {
        return switch (kind) {
            case RECEIVED_FILES -> "select f.id, f.partner, f.fetched_at as since, f.bytes from inbox_file f"
                    + " where f.removal is null and f.fetched_at >= :from and f.fetched_at < :before"
                    + " and f.state in ('INTERPRETED', 'DUPLICATE', 'SET_ASIDE') and f.disposed = true"
                    + " and coalesce(f.interpreted_at, f.fetched_at) < :before"
                    + " and not exists (select 1 from act a where a.file = f.id and a.at >= :before)"
                    + " and not exists (select 1 from outbox o join outbox_waiting w on w.message = o.id where o.file = f.id)"
                    + " and not exists (select 1 from interchange i where i.answers = f.id and i.state <> 'VISIBLE')"
                    + " order by f.fetched_at, f.id" + TAKEN;
            case SENT_FILES -> "select i.id, i.partner, i.created_at as since,"
                    + " (select k.bytes from content k where k.id = i.content) as bytes from interchange i"
                    + " where i.removal is null and i.created_at >= :from and i.created_at < :before"
                    + " and i.visible_at < :before and " + CLOSED
                    + " and not exists (select 1 from act a where a.interchange = i.id and a.at >= :before)"
                    + " order by i.created_at, i.id" + TAKEN;
            case CLAIMS -> "select claim.id, partner, received_at as since, 0 as bytes from " + ClaimRows.CLAIMS
                    + " where removal is null and " + QUIET + TAKEN;
            case TIME_LINES -> "select claim.id, partner, received_at as since, 0 as bytes from " + ClaimRows.CLAIMS
                    + " where events_removal is null and " + QUIET + TAKEN;
            case MESSAGES -> "select o.id, o.partner, o.created_at as since, 0 as bytes from outbox o"
                    + " where o.removal is null and o.created_at >= :from and o.created_at < :before"
                    + " and not exists (select 1 from outbox_waiting w where w.message = o.id)"
                    + " and (o.posted = true or o.queue <> :postedQueue)"
                    + " and not exists (select 1 from claim_state s where s.claim = o.subject and s.state not in "
                    + SETTLED
                    // What an earlier reading told of a file is asked when it is read anew.
                    + ") and not exists (select 1 from inbox_file f where f.id = o.file and f.removal is null"
                    + " and f.state in ('FETCHED', 'QUARANTINED', 'SET_ASIDE'))"
                    + " order by o.created_at, o.id" + TAKEN;
        };
    }

    /** Takes the number of the removal and the key of a row. */
    static String mark(Kind kind) {
        return switch (kind) {
            case RECEIVED_FILES -> "update inbox_file set removal = ? where id = ?";
            case SENT_FILES -> "update interchange set removal = ? where id = ?";
            case CLAIMS -> "update claim set removal = ? where id = ?";
            case MESSAGES -> "update outbox set removal = ?, posted = true where id = ?";
            case TIME_LINES -> "update claim set events_removal = ? where id = ?";
        };
    }

    /** Removes what stands in rows of its own. Takes the number of the removal. */
    static List<String> clear(Kind kind) {
        return switch (kind) {
            case RECEIVED_FILES -> List.of("delete from content_piece"
                    + " where content in (select f.content from inbox_file f where f.removal = ?)");
            case SENT_FILES -> List.of("delete from content_piece"
                    + " where content in (select i.content from interchange i where i.removal = ?)");
                // The first event says with which message the claim came, and is asked when that comes again.
            case TIME_LINES -> List.of("delete from claim_event e"
                    + " where e.claim in (select c.id from claim c where c.events_removal = ?)"
                    + " and exists (select 1 from claim_event f where f.claim = e.claim and f.id < e.id)");
            case CLAIMS -> List.of(
                    "delete from claim_document where claim in (select c.id from claim c where c.removal = ?)",
                    "delete from claim_written where claim in (select c.id from claim c where c.removal = ?)");
            case MESSAGES -> List.of("delete from outbox_body"
                    + " where message in (select o.duplicate_id from outbox o where o.removal = ?)");
        };
    }
}
