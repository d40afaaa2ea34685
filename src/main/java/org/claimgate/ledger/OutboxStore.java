package org.claimgate.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Messages waiting to go out. They are added in the transaction that makes them true. */
public final class OutboxStore {

    private static final int LONGEST_SUBJECT = 200;

    /** The messages of a file lie close together: so many places are looked through for them. */
    private static final int REACH = 20_000;

    private final Sql sql;
    private final ControlNumbers turns;

    OutboxStore(Sql sql, ControlNumbers turns) {
        this.sql = sql;
        this.turns = turns;
    }

    /** A message in its place in the order. */
    public record Waiting(long place, OutgoingMessage message) {}

    /** Adds a message. One whose duplicate id is there already is the same message and is left out. */
    public void add(OutgoingMessage message) {
        insert(message, null, null);
    }

    /** {@link #add(OutgoingMessage)} of a message that a received file tells. */
    public void add(OutgoingMessage message, InboxFile file) {
        insert(message, file.id(), null);
    }

    /** Adds a message that was told before, made again by an act; it is not posted. */
    public void addReplay(OutgoingMessage message, long act) {
        insert(message, null, act);
    }

    private void insert(OutgoingMessage message, Long file, Long act) {
        sql.inTransaction(() -> {
            sql.gathered()
                    .insert(
                            "insert into outbox (duplicate_id, queue, type, partner, state, subject, created_at, file,"
                                    + " replayed_by, posted, published)"
                                    + " select ?, ?, ?, ?, ?, ?, ?, cast(? as bigint), cast(? as bigint), ?, false"
                                    + " where not exists (select 1 from outbox where duplicate_id = ?)",
                            message.duplicateId(),
                            message.queue(),
                            message.type(),
                            message.partner(),
                            message.state(),
                            Texts.fit(message.subject(), LONGEST_SUBJECT),
                            Sql.time(message.at()),
                            file,
                            act,
                            act != null,
                            message.duplicateId());
            sql.gathered()
                    .insertPart(
                            "insert into outbox_body (message, body) select duplicate_id, ? from outbox"
                                    + " where duplicate_id = ? and removal is null"
                                    + " and not exists (select 1 from outbox_body where message = duplicate_id)",
                            message.body(),
                            message.duplicateId());
            return null;
        });
    }

    /** Which of the messages that were told. */
    public static final class Told {

        private final String condition;
        private final List<Object> values;

        private Told(String condition, Object... values) {
            this.condition = condition;
            this.values = List.of(values);
        }

        /** @param otherType messages of this type have other things for their subjects, such as files */
        public static Told ofSubject(String subject, String otherType) {
            return new Told("subject = ? and type <> ?", subject, otherType);
        }

        public static Told ofFile(long file) {
            return new Told("file = ?", file);
        }

        public static Told between(Instant from, Instant to) {
            return new Told("created_at >= ? and created_at < ?", Sql.time(from), Sql.time(to));
        }

        String condition() {
            return condition;
        }

        List<Object> values() {
            return values;
        }
    }

    /** Messages that are no replays, sent or not, and whose bodies are still there, behind a place in the order. */
    public List<Waiting> originals(Told told, long after, int limit) {
        return messages(
                "where " + told.condition
                        + " and replayed_by is null and removal is null and id > ? order by id limit ?",
                Stream.concat(told.values.stream(), Stream.of(after, limit)).toArray());
    }

    /**
     * Takes the turn to publish for this transaction and gives the first messages, in order. Empty when nothing waits or
     * when another process has the turn.
     */
    public List<Waiting> lockUnpublished(int limit) {
        if (!turns.takeTurn("publication")) {
            return List.of();
        }
        return messages("where published = false order by id limit ?", limit);
    }

    /** Marks messages as sent. */
    public void published(List<Waiting> messages) {
        sql.template()
                .batchUpdate(
                        "update outbox set published = true where id = ?",
                        messages.stream()
                                .map(waiting -> new Object[] {waiting.place()})
                                .toList());
    }

    /**
     * Takes the turn to post for this transaction and gives messages of a queue that are not posted, in order: those of one
     * received file. Empty when nothing waits or when another process has the turn.
     */
    public List<Waiting> lockUnposted(String queue, int limit) {
        if (!turns.takeTurn("posting")) {
            return List.of();
        }
        return messages("where queue = ? and posted = false and duplicate_id like 'file:%' order by id limit 1", queue)
                .stream()
                .findFirst()
                .map(first -> unposted(queue, first, limit))
                .orElse(List.of());
    }

    private List<Waiting> unposted(String queue, Waiting first, int limit) {
        return messages(
                "where queue = ? and posted = false and id >= ? and id < ? and duplicate_id like ? order by id limit ?",
                queue,
                first.place(),
                first.place() + REACH,
                file(first.message()) + "%",
                limit);
    }

    /** What the ids of all messages of a file begin with. */
    private static String file(OutgoingMessage message) {
        return message.duplicateId().substring(0, message.duplicateId().lastIndexOf(':') + 1);
    }

    /** Marks messages as posted by a writing of them. */
    public void posted(List<Waiting> messages, String writing) {
        sql.template()
                .batchUpdate(
                        "update outbox set posted = true, posted_by = ? where id = ?",
                        messages.stream()
                                .map(waiting -> new Object[] {writing, waiting.place()})
                                .toList());
    }

    /** By which writing the message in a place has been posted; empty while it has not. */
    public Optional<String> postedBy(long place) {
        return sql.sql("select posted_by from outbox where id = ? and posted_by is not null")
                .param(place)
                .query(String.class)
                .optional();
    }

    private List<Waiting> messages(String rest, Object... values) {
        return sql.sql("select * from outbox join outbox_body on message = duplicate_id " + rest)
                .params(values)
                .query((row, number) -> new Waiting(row.getLong("id"), message(row)))
                .list();
    }

    private static OutgoingMessage message(ResultSet row) throws SQLException {
        return new OutgoingMessage(
                row.getString("duplicate_id"),
                row.getString("queue"),
                row.getString("type"),
                row.getString("partner"),
                row.getString("state"),
                row.getString("subject"),
                row.getString("body"),
                Sql.instant(row, "created_at"));
    }
}
