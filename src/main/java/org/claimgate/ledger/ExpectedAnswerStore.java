package org.claimgate.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.claimgate.response.AwaitedAnswer;

/**
 * What partners owe to interchanges of claims: AWAITED until it is due, then OVERDUE or ENDED, and from OVERDUE to ENDED when no
 * claim of the interchange waits for it any more. Each method that takes the next one holds it until the transaction ends,
 * and passes over those that another transaction has taken; none looks at what has ended.
 */
public final class ExpectedAnswerStore {

    private static final String SELECT = "select a.interchange, a.answer, a.due_at from expected_answer a ";

    private final Sql sql;
    private final Function<Long, StoredInterchange> interchanges;

    ExpectedAnswerStore(Sql sql, InterchangeStore interchanges) {
        this.sql = sql;
        this.interchanges = id -> interchanges.find(id).orElseThrow();
    }

    /** The next interchange that is visible to its partner, and of which nothing has been written down yet. */
    public Optional<StoredInterchange> lockUnwatched() {
        return sql.sql("select id from interchange where watched = false and state = 'VISIBLE' order by id limit 1"
                        + " for update skip locked")
                .query(Long.class)
                .optional()
                .map(interchanges);
    }

    /** Writes down that an answer is owed. */
    public void insert(StoredInterchange interchange, AwaitedAnswer answer, Instant dueAt) {
        sql.sql("insert into expected_answer (interchange, answer, due_at, state) values (?, ?, ?, 'AWAITED')")
                .params(interchange.id(), answer.code(), Sql.time(dueAt))
                .update();
    }

    /** All that is owed to an interchange has been written down. */
    public void watched(StoredInterchange interchange) {
        sql.sql("update interchange set watched = true where id = ?")
                .param(interchange.id())
                .update();
    }

    /** The answer that has been due longest, of those that nobody has judged. */
    public Optional<ExpectedAnswer> lockDue() {
        return lock("where a.state = 'AWAITED' and a.due_at <= ? order by a.due_at limit 1", sql.now());
    }

    /** An answer that is overdue and that no claim waits for any more. */
    public Optional<ExpectedAnswer> lockOverdueThatNoClaimWaitsFor() {
        return lock(
                "where a.state = 'OVERDUE' and not exists (select 1 from claim_state c where c.interchange = a.interchange"
                        + " and c.overdue > '' and c.overdue like '%' || a.answer || '%') limit 1");
    }

    public void overdue(ExpectedAnswer answer) {
        move(answer, "OVERDUE");
    }

    public void ended(ExpectedAnswer answer) {
        move(answer, "ENDED");
    }

    /** The kinds of all events of the claims of an interchange, by claim. */
    public Map<String, Set<String>> eventKinds(StoredInterchange interchange) {
        return sql
                .sql("select distinct e.claim, e.kind from claim_state c join claim_event e on e.claim = c.claim"
                        + " where c.interchange = ?")
                .param(interchange.id())
                .query((row, number) -> List.of(row.getString("claim"), row.getString("kind")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        pair -> pair.get(0), Collectors.mapping(pair -> pair.get(1), Collectors.toSet())));
    }

    private Optional<ExpectedAnswer> lock(String rest, Object... values) {
        return sql.sql(SELECT + rest + " for update skip locked")
                .params(values)
                .query(this::answer)
                .optional();
    }

    private void move(ExpectedAnswer answer, String state) {
        sql.sql("update expected_answer set state = ? where interchange = ? and answer = ?")
                .params(state, answer.interchange().id(), answer.answer().code())
                .update();
    }

    private ExpectedAnswer answer(ResultSet row, int number) throws SQLException {
        return new ExpectedAnswer(
                interchanges.apply(row.getLong("interchange")),
                AwaitedAnswer.of(row.getString("answer")),
                Sql.instant(row, "due_at"));
    }
}
