package org.claimgate.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.claimgate.ledger.OutboxStore.Told;
import org.claimgate.ledger.Removal.Kind;

/** Contents that are not needed any more: which they are, what they hold, and that they are gone. */
public final class RemovalStore {

    private final Sql sql;
    private final Contents contents;
    private final ControlNumbers numbers;

    RemovalStore(Sql sql, Contents contents, ControlNumbers numbers) {
        this.sql = sql;
        this.contents = contents;
        this.numbers = numbers;
    }

    /**
     * Something whose content may go.
     *
     * @param id of its row
     * @param partner null where there is none
     * @param since when it came
     * @param bytes of its content, where it is large
     */
    public record Due(Kind kind, String id, String partner, Instant since, long bytes) {}

    /**
     * Messages that have no bodies any more.
     *
     * @param last of the removals that they went with
     */
    public record RemovedMessages(long messages, Removal last) {}

    /** Takes the turn to remove for this transaction; false when another process has it. */
    public boolean takeTurn() {
        return numbers.takeTurn("removal");
    }

    /** The number of the next removal. In a transaction that fails it is given again. */
    public long nextNumber() {
        return numbers.removal();
    }

    /**
     * Takes what is due for this transaction, the oldest first: settled and not touched since a moment. Passes over what
     * another transaction has taken.
     *
     * @param before nothing of it has happened since
     * @param from it came then or later
     * @param postedQueue messages of this queue have to be posted as well; empty for none
     */
    public List<Due> lockDue(Kind kind, Instant before, Instant from, String postedQueue, int limit) {
        return sql.sql(RemovalStatements.due(kind))
                .param("before", Sql.time(before))
                .param("from", Sql.time(from))
                .param("postedQueue", postedQueue)
                .param("limit", limit)
                .query((row, number) -> new Due(
                        kind,
                        row.getString("id"),
                        row.getString("partner"),
                        Sql.instant(row, "since"),
                        row.getLong("bytes")))
                .list();
    }

    /** Reads the content of something: the name and the bytes of each of its parts. */
    public void read(Due due, BiConsumer<String, InputStream> part) {
        switch (due.kind()) {
            case RECEIVED_FILES -> readFile(due, "inbox_file", "name", "received", part);
            case SENT_FILES -> readFile(due, "interchange", "file_name", "sent", part);
            case CLAIMS -> {
                readText(due, "select document from claim_document where claim = ?", "claims/%s/claim.json", part);
                readText(due, "select document from claim_written where claim = ?", "claims/%s/written.json", part);
            }
            case MESSAGES -> readText(
                    due,
                    "select body from outbox_body where message = (select duplicate_id from outbox where id = ?)",
                    "messages/%s.json",
                    part);
            case TIME_LINES -> part.accept("time-lines/%s.jsonl".formatted(due.id()), stream(timeLine(due.id())));
        }
    }

    /** A file's name at the partner, and where its bytes are. */
    private record Named(String name, long content) {}

    private void readFile(Due due, String table, String name, String folder, BiConsumer<String, InputStream> part) {
        Named file = sql.sql("select content, " + name + " as name from " + table + " where id = ?")
                .param(key(due))
                .query((row, number) -> new Named(row.getString("name"), row.getLong("content")))
                .single();
        String path = "%s/%s/%s-%s".formatted(folder, due.partner(), due.id(), file.name());
        part.accept(path, contents.open(file.content()));
    }

    private void readText(Due due, String query, String name, BiConsumer<String, InputStream> part) {
        sql.sql(query)
                .param(key(due))
                .query(String.class)
                .optional()
                .ifPresent(text -> part.accept(name.formatted(due.id()), stream(text)));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One event a line. */
    private String timeLine(String claim) {
        StringBuilder lines = new StringBuilder();
        sql.sql("select * from claim_event where claim = ? order by id")
                .param(claim)
                .query(RemovalStore::eventJson)
                .list()
                .forEach(event -> lines.append(event).append('\n'));
        return lines.toString();
    }

    private static ObjectNode eventJson(ResultSet row, int number) throws SQLException {
        ClaimEvent event = ClaimRows.event(row, number);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("at", event.at().toString())
                .put("state", event.state().name())
                .put("kind", event.kind())
                .put("interchange", event.interchange())
                .put("file", event.file())
                .put("summary", event.summary());
        json.set("detail", event.detail());
        return json;
    }

    /**
     * Removes the contents of what is held, in the transaction that is open.
     *
     * @param days that it was kept for
     * @param archive name of the file that holds copies; null for none
     */
    public Removal remove(long number, Kind kind, int days, List<Due> due, String archive) {
        sql.sql("insert into removal (id, at, kind, days, items, archive) values (?, ?, ?, ?, ?, ?)")
                .params(number, sql.now(), kind.name(), days, due.size(), archive)
                .update();
        sql.template()
                .batchUpdate(
                        RemovalStatements.mark(kind),
                        due.stream().map(one -> new Object[] {number, key(one)}).toList());
        RemovalStatements.clear(kind)
                .forEach(clear -> sql.sql(clear).param(number).update());
        return removals("where r.id = ?", number).orElseThrow();
    }

    private static Object key(Due due) {
        boolean isClaim = due.kind() == Kind.CLAIMS || due.kind() == Kind.TIME_LINES;
        return isClaim ? due.id() : (Object) Long.valueOf(due.id());
    }

    /** With which removal the bytes of a received file went; empty while they are there. */
    public Optional<Removal> ofFile(long file) {
        return removals("join inbox_file f on f.removal = r.id where f.id = ?", file);
    }

    /** With which removal the bytes of an interchange went; empty while they are there. */
    public Optional<Removal> ofInterchange(long interchange) {
        return removals("join interchange i on i.removal = r.id where i.id = ?", interchange);
    }

    /** With which removal a claim's documents went; empty while they are there. */
    public Optional<Removal> ofClaim(String claim) {
        return removals("join claim c on c.removal = r.id where c.id = ?", claim);
    }

    /** With which removal events of a claim went; empty while all are there. */
    public Optional<Removal> ofTimeLine(String claim) {
        return removals("join claim c on c.events_removal = r.id where c.id = ?", claim);
    }

    /** Those of the messages that were told, and are no replays, which have no bodies any more; empty if all have. */
    public Optional<RemovedMessages> ofMessages(Told told) {
        return sql.sql("select count(*) as messages, max(removal) as removal from outbox where " + told.condition()
                        + " and replayed_by is null and removal is not null")
                .params(told.values())
                .query((row, number) -> new long[] {row.getLong("messages"), row.getLong("removal")})
                .optional()
                .filter(found -> found[0] > 0)
                .map(found -> new RemovedMessages(
                        found[0], removals("where r.id = ?", found[1]).orElseThrow()));
    }

    private Optional<Removal> removals(String rest, Object id) {
        return sql.sql("select r.* from removal r " + rest)
                .param(id)
                .query((row, number) -> new Removal(
                        row.getLong("id"),
                        Sql.instant(row, "at"),
                        Kind.valueOf(row.getString("kind")),
                        row.getInt("days"),
                        row.getString("archive")))
                .optional();
    }
}
