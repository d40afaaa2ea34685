package org.claimgate.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Messages waiting to go out. They are added in the transaction that makes them true. */
public final class OutboxStore {

    private static final int LONGEST_SUBJECT = 200;

    /** The messages of a file lie close together: so many places are looked through for them. */
    private static final int REACH = 20_000;

    /** So many messages are read at once, and no more when they hold so much. */
    private static final int READ_AT_ONCE = 100;

    private static final long MANY_CHARACTERS = 4_000_000;

    /** Messages by many ids: to compare each with {@code any(?)}, H2 would go through all of these again. */
    private static final String HANDED_OUTBOX =
            "unnest(cast(? as varchar array)) as handed (told) join outbox on duplicate_id = told";

    private final Sql sql;
    private final ControlNumbers turns;
    private final Consumer<List<Added>> insertion = this::insert;

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

    /** Whether there is a message of this id, be it sent or not. */
    public boolean has(String duplicateId) {
        return sql.sql("select count(*) from outbox where duplicate_id = ?")
                        .param(duplicateId)
                        .query(Integer.class)
                        .single()
                > 0;
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
            sql.promise();
            sql.gathered().add(insertion, new Added(message, file, act));
            return null;
        });
    }

    /**
     * @param file id of the received file that tells it; null for none
     * @param act id of the act that made it again; null for none
     */
    private record Added(OutgoingMessage message, Long file, Long act) {

        String id() {
            return message.duplicateId();
        }

        Object[] row() {
            return new Object[] {
                message.duplicateId(),
                message.queue(),
                message.type(),
                message.partner(),
                message.state(),
                Texts.fit(message.subject(), LONGEST_SUBJECT),
                Sql.time(message.at()),
                file,
                act,
                act != null
            };
        }
    }

    private void insert(List<Added> added) {
        Set<String> known = known(added);
        List<Added> unknown = added.stream().filter(one -> known.add(one.id())).toList();
        sql.template()
                .batchUpdate(
                        "insert into outbox (duplicate_id, queue, type, partner, state, subject, created_at, file,"
                                + " replayed_by, posted) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        unknown.stream().map(Added::row).toList());
        sql.template()
                .batchUpdate(
                        "insert into outbox_body (message, body) values (?, ?)",
                        unknown.stream()
                                .map(one ->
                                        new Object[] {one.id(), one.message().body()})
                                .toList());
        sql.template()
                .update("insert into outbox_waiting (message) select id from " + HANDED_OUTBOX, (Object) ids(unknown));
    }

    private Set<String> known(List<Added> added) {
        return new HashSet<>(sql.template()
                .queryForList("select duplicate_id from " + HANDED_OUTBOX, String.class, (Object) ids(added)));
    }

    private static String[] ids(List<Added> added) {
        return added.stream().map(Added::id).toArray(String[]::new);
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
     * Takes the turn to publish for this transaction and gives the first messages, in order; fewer where they are long. Empty when
     * nothing waits or when another process has the turn.
     */
    public List<Waiting> lockUnpublished(int limit) {
        List<Waiting> first = new ArrayList<>();
        if (turns.takeTurn("publication")) {
            long characters = 0;
            List<Waiting> more = unpublished(0, limit);
            while (!more.isEmpty()) {
                first.addAll(more);
                characters += more.stream()
                        .mapToLong(one -> one.message().body().length())
                        .sum();
                boolean room = first.size() < limit && characters < MANY_CHARACTERS;
                more = room ? unpublished(more.get(more.size() - 1).place(), limit - first.size()) : List.of();
            }
        }
        return first;
    }

    private List<Waiting> unpublished(long after, int limit) {
        return messages(
                "where id in (select message from outbox_waiting where message > ? order by message limit ?) order by id",
                after,
                Math.min(limit, READ_AT_ONCE));
    }

    /** Marks messages as sent. */
    public void published(List<Waiting> messages) {
        // H2 would go through a subquery of the array anew for each row.
        sql.sql("delete from outbox_waiting where message = any(?)")
                .param(messages.stream().map(Waiting::place).toArray(Long[]::new))
                .update();
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
        return sql.sql("select * from outbox join outbox_body on outbox_body.message = duplicate_id " + rest)
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
