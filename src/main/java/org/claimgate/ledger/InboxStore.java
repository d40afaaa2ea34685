package org.claimgate.ledger;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.claimgate.ledger.InboxFile.State;

/** Files picked up from partners, kept whole. */
public final class InboxStore {

    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_PARTY = 18;
    private static final int LONGEST_CONTROL_NUMBER = 9;
    /** Half a year: whoever starts over every year is then safely past it. */
    private static final Duration NUMBERS_KEPT = Duration.ofDays(180);

    private final Sql sql;
    private final Contents contents;

    InboxStore(Sql sql, Contents contents) {
        this.sql = sql;
        this.contents = contents;
    }

    /** A file that may have been stored already: the same name, size and time at the same partner is the same file. */
    public Optional<InboxFile> find(String partner, String name, long size, Instant modifiedAt) {
        return files(
                        "where partner = ? and name = ? and bytes = ? and modified_at = ?",
                        partner,
                        name,
                        size,
                        Sql.time(millis(modifiedAt)))
                .stream()
                .findFirst();
    }

    public Optional<InboxFile> find(long id) {
        return files("where id = ?", id).stream().findFirst();
    }

    /** The file that a duplicate has the content of. */
    public Optional<InboxFile> first(InboxFile duplicate) {
        return files("where first_of = ?", duplicate.sha256()).stream().findFirst();
    }

    /** The file of an id, or else those of a name. */
    public List<InboxFile> named(String idOrName) {
        return named(idOrName, "");
    }

    /** {@link #named}, held until the transaction ends. */
    public List<InboxFile> lock(String idOrName) {
        return named(idOrName, " for update");
    }

    private List<InboxFile> named(String idOrName, String lock) {
        List<InboxFile> byId = Texts.isId(idOrName) ? files("where id = ?" + lock, Long.valueOf(idOrName)) : List.of();
        return byId.isEmpty() ? files("where name = ? order by id" + lock, idOrName) : byId;
    }

    /** Puts a file up for reading once more, as if none of its interchanges had come. It must be held. */
    public void retry(InboxFile file) {
        sql.sql("delete from received_interchange where file = ?")
                .param(file.id())
                .update();
        forgetInterchanges(file.id());
        sql.sql("update inbox_file set state = 'FETCHED', interpreted_at = null, readings = readings + 1 where id = ?")
                .param(file.id())
                .update();
    }

    /** What could not be read may come again in another file. */
    private void forgetInterchanges(long file) {
        sql.sql("delete from received_content where file = ?").param(file).update();
    }

    /** A file that could not be read is left alone. It must be held. */
    public void setAside(InboxFile file) {
        sql.sql("update inbox_file set state = 'SET_ASIDE' where id = ?")
                .param(file.id())
                .update();
    }

    /** {@link #store(String, String, Instant, long, InputStream)} of what is in memory. */
    public InboxFile store(String partner, String name, Instant modifiedAt, byte[] bytes) {
        return store(partner, name, modifiedAt, bytes.length, new ByteArrayInputStream(bytes));
    }

    /**
     * Stores a file with its bytes: FETCHED, or DUPLICATE when the same bytes came before under another name or time. A file
     * that is stored already is returned as it stands.
     *
     * @param bytes exactly {@code size} of them; read piece by piece
     */
    public InboxFile store(String partner, String name, Instant modifiedAt, long size, InputStream bytes) {
        return sql.inTransaction(() -> {
            Optional<InboxFile> known = find(partner, name, size, modifiedAt);
            return known.orElseGet(() -> insert(partner, name, millis(modifiedAt), size, bytes));
        });
    }

    /** Records that the partner's copy is gone: deleted or moved. */
    public void disposed(long id) {
        sql.sql("update inbox_file set disposed = true where id = ?").param(id).update();
    }

    /** Takes the oldest FETCHED file for this transaction; passes over those that another transaction has taken. */
    public Optional<InboxFile> lockNext() {
        return files("where state = 'FETCHED' order by id limit 1 for update skip locked").stream()
                .findFirst();
    }

    /** Takes a file for this transaction; empty when it is not FETCHED any more, or another transaction has taken it. */
    public Optional<InboxFile> lock(long id) {
        return files("where state = 'FETCHED' and id = ? for update skip locked", id).stream()
                .findFirst();
    }

    /** The file's bytes, fetched piece by piece while they are read. */
    public InputStream open(long id) {
        return contents.open(content(id));
    }

    public byte[] bytes(long id) {
        return contents.bytes(content(id));
    }

    /**
     * Records how reading a file ended.
     *
     * @param state INTERPRETED or QUARANTINED
     * @param note one line of what was found in it, without names, member ids or birth dates
     */
    public void finished(long id, State state, String note) {
        if (state == State.QUARANTINED) {
            forgetInterchanges(id);
        }
        sql.sql("update inbox_file set state = ?, interpreted_at = ?, note = ? where id = ?")
                .params(state.name(), sql.now(), Texts.fit(note, LONGEST_NOTE), id)
                .update();
    }

    /**
     * Takes the control number of an interchange, in the transaction that accepts it. Waits for another transaction that is
     * taking the same one.
     *
     * @param sender qualifier and identifier, such as {@code ZZ SANDBOX}
     * @param controlNumber ISA13
     * @return false when the partner used it between the two in the last 180 days
     */
    public boolean takeControlNumber(InboxFile file, String sender, String receiver, String controlNumber) {
        Object[] number = {
            file.partner(),
            Texts.fit(sender, LONGEST_PARTY),
            Texts.fit(receiver, LONGEST_PARTY),
            Texts.fit(controlNumber, LONGEST_CONTROL_NUMBER)
        };
        sql.sql("delete from received_interchange"
                        + " where partner = ? and sender = ? and receiver = ? and isa13 = ? and accepted_at < ?")
                .params(number)
                .param(Sql.time(sql.clock().instant().minus(NUMBERS_KEPT)))
                .update();
        return sql.inserts(() -> sql.sql("insert into received_interchange"
                        + " (partner, sender, receiver, isa13, file, accepted_at) values (?, ?, ?, ?, ?, ?)")
                .params(number)
                .params(file.id(), sql.now())
                .update());
    }

    /**
     * Takes an interchange of a partner whose control numbers are not compared, in the transaction that reads it. Waits for
     * another transaction that is taking the same one.
     *
     * @param sha256 of its segments
     * @return false when the same came before
     */
    public boolean takeInterchange(InboxFile file, String sha256) {
        return sql.inserts(() -> sql.sql("insert into received_content (partner, sha256, file) values (?, ?, ?)")
                .params(file.partner(), sha256, file.id())
                .update());
    }

    private InboxFile insert(String partner, String name, Instant modifiedAt, long size, InputStream bytes) {
        Contents.Stored content = contents.insert(bytes);
        if (content.bytes() != size) {
            throw new IllegalArgumentException("a file of %d bytes has %d".formatted(size, content.bytes()));
        }
        boolean stored = sql.inserts(() -> insertRow(partner, name, modifiedAt, content, true))
                || sql.inserts(() -> insertRow(partner, name, modifiedAt, content, false));
        return find(partner, name, size, modifiedAt)
                .orElseThrow(() -> new LedgerException(
                        LedgerException.Kind.CONFLICT, "ledger: file could not be stored, inserted: " + stored));
    }

    private void insertRow(String partner, String name, Instant modifiedAt, Contents.Stored content, boolean first) {
        sql.sql("insert into inbox_file (partner, name, bytes, modified_at, sha256, first_of, content, state, disposed,"
                        + " fetched_at) values (?, ?, ?, ?, ?, ?, ?, ?, false, ?)")
                .params(
                        partner,
                        name,
                        content.bytes(),
                        Sql.time(modifiedAt),
                        content.sha256(),
                        first ? content.sha256() : null,
                        content.id(),
                        (first ? State.FETCHED : State.DUPLICATE).name(),
                        sql.now())
                .update();
    }

    private long content(long id) {
        return sql.sql("select content from inbox_file where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private List<InboxFile> files(String rest, Object... values) {
        return sql.sql("select * from inbox_file " + rest)
                .params(values)
                .query(InboxStore::file)
                .list();
    }

    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    static InboxFile file(ResultSet row, int number) throws SQLException {
        return new InboxFile(
                row.getLong("id"),
                row.getString("partner"),
                row.getString("name"),
                row.getLong("bytes"),
                Sql.instant(row, "modified_at"),
                row.getString("sha256"),
                State.valueOf(row.getString("state")),
                row.getBoolean("disposed"),
                Sql.instant(row, "fetched_at"),
                Sql.instant(row, "interpreted_at"),
                row.getInt("readings"),
                row.getString("note"));
    }
}
