package org.claimgate.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.claimgate.response.ClaimState;

/** What people ask: for the page and the commands. Nothing here is health information about a person. */
public final class Queries {

    private static final String UNSENT = "state in ('READY', 'BATCHED') and not exists"
            + " (select 1 from interchange i where i.id = claim_state.interchange and i.state = 'SET_ASIDE')";

    private final Sql sql;
    private final ClaimEvents events;

    Queries(Sql sql) {
        this.sql = sql;
        this.events = new ClaimEvents(sql);
    }

    /** How many claims of a partner are in a state. Partner is empty for claims that no partner was found for. */
    public record StateCount(String partner, ClaimState state, long claims) {}

    /** When a partner was last heard of. Null where it never was. */
    public record Activity(String partner, Instant oldestUnsent, long unsent, Instant lastUpload, Instant lastAnswer) {}

    /** The messages that wait to go out. */
    public record Backlog(long messages, Instant oldest) {}

    /** One claim with everything that happened to it. Interchange is null before it is batched. */
    public record TimeLine(
            StoredClaim claim, List<ClaimEvent> events, StoredInterchange interchange, List<InboxFile> files) {}

    public List<StateCount> claimsByState() {
        return sql.sql("select coalesce(partner, '') as partner, state, count(*) as claims from claim_state"
                        + " group by coalesce(partner, ''), state order by 1, 2")
                .query((row, number) -> new StateCount(
                        row.getString("partner"), ClaimState.valueOf(row.getString("state")), row.getLong("claims")))
                .list();
    }

    /** A claim is unsent while it is READY or BATCHED, unless its interchange has been set aside. */
    public Activity activity(String partner) {
        return sql.sql("select (select min(waits_since) from claim_state where partner = ? and " + UNSENT
                        + ") as oldest,"
                        + " (select count(*) from claim_state where partner = ? and " + UNSENT + ") as unsent,"
                        + " (select max(visible_at) from interchange where partner = ?) as upload,"
                        + " (select max(fetched_at) from inbox_file where partner = ?) as answer")
                .params(partner, partner, partner, partner)
                .query((row, number) -> new Activity(
                        partner,
                        Sql.instant(row, "oldest"),
                        row.getLong("unsent"),
                        Sql.instant(row, "upload"),
                        Sql.instant(row, "answer")))
                .single();
    }

    /** How long the oldest claim that is not visible at its partner has waited; empty when there is none. */
    public Optional<Duration> oldestUnsent() {
        return sql.sql("select min(waits_since) as oldest from claim_state where " + UNSENT)
                .query((row, number) -> Optional.ofNullable(Sql.instant(row, "oldest")))
                .single()
                .map(oldest -> Duration.between(oldest, sql.clock().instant()));
    }

    public Backlog backlog() {
        return sql.sql(
                        "select count(*) as messages, min(created_at) as oldest from outbox_waiting join outbox on id = message")
                .query((row, number) -> new Backlog(row.getLong("messages"), Sql.instant(row, "oldest")))
                .single();
    }

    /** Newest first. */
    public List<StoredClaim> claims(int offset, int limit) {
        return sql.sql("select " + ClaimRows.COLUMNS
                        + " from (select * from claim order by received_at desc, id desc limit ? offset ?) claim"
                        + ClaimRows.WITH_STATE + " order by received_at desc, id desc")
                .params(limit, offset)
                .query(ClaimRows::claim)
                .list();
    }

    /** Newest first. */
    public List<StoredInterchange> interchanges(int offset, int limit) {
        return sql.sql(InterchangeStore.SELECT + "order by i.id desc limit ? offset ?")
                .params(limit, offset)
                .query(InterchangeStore::interchange)
                .list();
    }

    /** Newest first. */
    public List<InboxFile> files(int offset, int limit) {
        return sql.sql("select * from inbox_file order by id desc limit ? offset ?")
                .params(limit, offset)
                .query(InboxStore::file)
                .list();
    }

    public Optional<TimeLine> timeLine(String claimId) {
        return sql.sql("select " + ClaimRows.COLUMNS + " from " + ClaimRows.CLAIMS + " where id = ?")
                .param(claimId)
                .query(ClaimRows::claim)
                .optional()
                .map(claim -> new TimeLine(claim, events.of(claimId), interchange(claim), filesOf(claimId)));
    }

    private StoredInterchange interchange(StoredClaim claim) {
        return claim.position() == null
                ? null
                : sql.sql(InterchangeStore.SELECT + "where i.id = ?")
                        .param(claim.position().interchange())
                        .query(InterchangeStore::interchange)
                        .single();
    }

    private List<InboxFile> filesOf(String claimId) {
        return sql.sql(
                        "select * from inbox_file where id in (select file from claim_event where claim = ?) order by id")
                .param(claimId)
                .query(InboxStore::file)
                .list();
    }
}
