package org.claimgate.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.claimgate.ledger.StoredInterchange.State;
import org.claimgate.response.AwaitedAnswer;

/** What waits for something, the longest waiting first; of nothing that has ended. */
public final class AttentionQueries {

    private final Sql sql;

    AttentionQueries(Sql sql) {
        this.sql = sql;
    }

    /**
     * An answer that is overdue.
     *
     * @param claims how many of the interchange's claims wait for it
     * @param claim id of one of them
     */
    public record OverdueAnswer(
            String partner,
            String interchangeControlNumber,
            String fileName,
            AwaitedAnswer answer,
            Instant dueAt,
            long claims,
            String claim) {}

    /** So many of something, the oldest since a moment. */
    public record Queue(String partner, long count, Instant oldest) {}

    public List<OverdueAnswer> overdue(int limit) {
        return sql.sql("select i.partner, i.isa13, i.file_name, a.answer, a.due_at, count(c.claim) as claims,"
                        + " min(c.claim) as claim from expected_answer a join interchange i on i.id = a.interchange"
                        + " join claim_state c on c.interchange = a.interchange and c.overdue > ''"
                        + " and c.overdue like '%' || a.answer || '%' where a.state = 'OVERDUE'"
                        + " group by i.partner, i.isa13, i.file_name, a.answer, a.due_at order by a.due_at limit ?")
                .param(limit)
                .query((row, number) -> new OverdueAnswer(
                        row.getString("partner"),
                        row.getString("isa13"),
                        row.getString("file_name"),
                        AwaitedAnswer.of(row.getString("answer")),
                        Sql.instant(row, "due_at"),
                        row.getLong("claims"),
                        row.getString("claim")))
                .list();
    }

    /** Interchanges on their way to each partner. */
    public List<Queue> undelivered() {
        return sql.sql("select partner, count(*) as waiting, min(created_at) as oldest from interchange"
                        + " where state in ('READY', 'UPLOADING', 'STAGED') group by partner order by oldest")
                .query(AttentionQueries::queue)
                .list();
    }

    public List<StoredInterchange> held(int limit) {
        return sql.sql(InterchangeStore.SELECT + "where i.state = ? order by i.created_at, i.id limit ?")
                .params(State.HOLD.name(), limit)
                .query(InterchangeStore::interchange)
                .list();
    }

    public List<InboxFile> quarantined(int limit) {
        return sql.sql("select * from inbox_file where state = ? order by id limit ?")
                .params(InboxFile.State.QUARANTINED.name(), limit)
                .query(InboxStore::file)
                .list();
    }

    /** Files of each partner that are stored and not read. */
    public List<Queue> unread() {
        return sql.sql("select partner, count(*) as waiting, min(fetched_at) as oldest from inbox_file"
                        + " where state = 'FETCHED' group by partner order by oldest")
                .query(AttentionQueries::queue)
                .list();
    }

    private static Queue queue(ResultSet row, int number) throws SQLException {
        return new Queue(row.getString("partner"), row.getLong("waiting"), Sql.instant(row, "oldest"));
    }
}
