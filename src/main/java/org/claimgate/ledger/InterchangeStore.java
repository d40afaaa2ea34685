package org.claimgate.ledger;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.claimgate.ledger.NewInterchange.TransactionSetNumbers;
import org.claimgate.ledger.StoredInterchange.State;

/**
 * Outgoing interchanges and their delivery: READY → UPLOADING → STAGED → VISIBLE or HOLD. {@link #take} gives an
 * interchange to the holder of its partner's lease; every transition holds only while nobody else has taken it since.
 */
public final class InterchangeStore {

    private static final Set<State> ON_THE_WAY = EnumSet.of(State.READY, State.UPLOADING, State.STAGED);

    private static final int LONGEST_NOTE = 500;

    private final Sql sql;
    private final Contents contents;

    InterchangeStore(Sql sql, Contents contents) {
        this.sql = sql;
        this.contents = contents;
    }

    /** Stores an interchange, READY to go, with its bytes and sets. Call in the transaction that batches its claims. */
    public StoredInterchange insert(NewInterchange interchange) {
        return sql.inTransaction(() -> {
            long content = contents.insert(new ByteArrayInputStream(interchange.bytes()))
                    .id();
            long id = insertRow(interchange, content);
            interchange.sets().forEach(set -> insertSet(id, interchange, set));
            return find(id).orElseThrow();
        });
    }

    public Optional<StoredInterchange> find(long id) {
        return interchanges("where i.id = ?", id).stream().findFirst();
    }

    /** By ISA13 (TA101). */
    public Optional<StoredInterchange> find(String partner, String interchangeControlNumber) {
        return interchanges("where i.partner = ? and i.isa13 = ?", partner, interchangeControlNumber).stream()
                .findFirst();
    }

    /** By the name of its file at the partner. */
    public Optional<StoredInterchange> findFile(String partner, String fileName) {
        return interchanges("where i.partner = ? and i.file_name = ?", partner, fileName).stream()
                .findFirst();
    }

    /** Finds the interchange of an id, or else those of a file name. */
    public List<StoredInterchange> named(String idOrName) {
        List<StoredInterchange> byId =
                Texts.isId(idOrName) ? interchanges("where i.id = ?", Long.valueOf(idOrName)) : List.of();
        return byId.isEmpty() ? interchanges("where i.file_name = ? order by i.id", idOrName) : byId;
    }

    /** Whether a received file has been answered with an acknowledgment of ours. */
    public boolean areAnswers(long file) {
        return sql.sql("select count(*) from interchange where answers = ?")
                        .param(file)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The exact bytes that go out, every time; fetched piece by piece while they are read. */
    public InputStream open(long id) {
        return contents.open(content(id));
    }

    public byte[] bytes(long id) {
        return contents.bytes(content(id));
    }

    public List<StoredSet> sets(long interchange) {
        return sets("where interchange = ? order by st02", interchange);
    }

    /** By GS06 and ST02 (999 AK102, AK202). */
    public Optional<StoredSet> set(String partner, String groupControlNumber, String setControlNumber) {
        return sets("where partner = ? and gs06 = ? and st02 = ?", partner, groupControlNumber, setControlNumber)
                .stream()
                .findFirst();
    }

    /**
     * Gives the oldest interchange of a partner that is neither visible nor on hold to the node that holds the partner; its
     * attempt is a new one, and whoever had it before cannot move it any more. Empty when nothing waits, or when another
     * node has taken the partner. Its {@code state} and {@code tempName} tell how far the attempt before came.
     */
    public Optional<StoredInterchange> take(Lease lease) {
        return sql.inTransaction(() -> {
            Optional<Long> id = sql.sql("select id from interchange"
                            + " where partner = ? and state in ('READY', 'UPLOADING', 'STAGED')"
                            + " and exists (" + LeaseStore.HELD + ")"
                            + " order by id limit 1 for update skip locked")
                    .params(lease.partner(), lease.partner(), lease.node(), lease.epoch())
                    .query(Long.class)
                    .optional();
            id.ifPresent(this::countAttempt);
            return id.flatMap(this::find);
        });
    }

    /**
     * READY or UPLOADING → UPLOADING, under a name that no attempt has used before: a temporary one, or its own.
     *
     * @throws LedgerException of kind BUSY when somebody else has taken it; so do the other transitions
     */
    public StoredInterchange uploading(StoredInterchange interchange, String tempName) {
        if (interchange.state() != State.READY && interchange.state() != State.UPLOADING) {
            throw new IllegalStateException("an interchange that is " + interchange.state() + " is not uploaded");
        }
        return move(interchange, State.UPLOADING, "temp_name = ?", tempName);
    }

    /** UPLOADING → STAGED: it lies whole under the name that it was uploaded under. */
    public StoredInterchange staged(StoredInterchange interchange) {
        return move(expect(interchange, State.UPLOADING), State.STAGED, "note = ?", (Object) null);
    }

    /**
     * STAGED → VISIBLE.
     *
     * @param inferred nobody saw the rename succeed, but both names are gone
     */
    public StoredInterchange visible(StoredInterchange interchange, boolean inferred) {
        return move(
                expect(interchange, State.STAGED), State.VISIBLE, "visible_at = ?, inferred = ?", sql.now(), inferred);
    }

    /** Attempts to deliver what is not delivered are counted from further on: their temporary names are new. */
    void raiseAttempts(int margin) {
        sql.sql("update interchange set attempt = attempt + ? where state <> 'VISIBLE'")
                .param(margin)
                .update();
    }

    /** All that are READY, UPLOADING or STAGED. */
    public List<StoredInterchange> onTheWay() {
        return interchanges("where i.state in ('READY', 'UPLOADING', 'STAGED') order by i.id");
    }

    /** READY, UPLOADING or STAGED → HOLD, with the reason. */
    public StoredInterchange hold(StoredInterchange interchange, String reason) {
        if (!ON_THE_WAY.contains(interchange.state())) {
            throw new IllegalStateException("an interchange that is " + interchange.state() + " is not put on hold");
        }
        return move(interchange, State.HOLD, "note = ?", Texts.fit(reason, LONGEST_NOTE));
    }

    /** HOLD or SET_ASIDE → VISIBLE, as a person found it at the partner. */
    public StoredInterchange confirmed(StoredInterchange held) {
        return move(held, State.VISIBLE, "visible_at = ?, note = ?", sql.now(), null);
    }

    /** HOLD or SET_ASIDE → READY: delivered from the beginning. */
    public StoredInterchange repeat(StoredInterchange held) {
        return move(held, State.READY, "note = ?, temp_name = nullif(temp_name, file_name)", (Object) null);
    }

    /** HOLD → SET_ASIDE. */
    public StoredInterchange setAside(StoredInterchange held) {
        return move(expect(held, State.HOLD), State.SET_ASIDE, "note = ?", held.note());
    }

    /** Records the TA1 of an interchange; a later one replaces it. */
    public void acknowledged(long id, String kind) {
        sql.sql("update interchange set acknowledgment = ? where id = ?")
                .params(kind, id)
                .update();
    }

    /** Records the verdict of a 999 on a set; a later one replaces it. */
    public void setAcknowledged(String partner, String groupControlNumber, String setControlNumber, String kind) {
        sql.sql("update transaction_set set acknowledgment = ? where partner = ? and gs06 = ? and st02 = ?")
                .params(kind, partner, groupControlNumber, setControlNumber)
                .update();
    }

    private static StoredInterchange expect(StoredInterchange interchange, State state) {
        if (interchange.state() != state) {
            throw new IllegalStateException("the interchange is " + interchange.state() + ", not " + state);
        }
        return interchange;
    }

    private StoredInterchange move(StoredInterchange seen, State state, String also, Object... values) {
        return sql.inTransaction(() -> {
            int changed = sql.sql(
                            "update interchange set state = ?, " + also + " where id = ? and state = ? and attempt = ?")
                    .param(state.name())
                    .params(values)
                    .params(seen.id(), seen.state().name(), seen.attempt())
                    .update();
            if (changed != 1) {
                throw new LedgerException(
                        LedgerException.Kind.BUSY,
                        "ledger: interchange " + seen.id() + " was taken by another process");
            }
            return find(seen.id()).orElseThrow();
        });
    }

    private void countAttempt(long id) {
        sql.sql("update interchange set attempt = attempt + 1 where id = ?")
                .param(id)
                .update();
    }

    private long content(long id) {
        return sql.sql("select content from interchange where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private long insertRow(NewInterchange interchange, long content) {
        int claims = interchange.sets().stream()
                .mapToInt(TransactionSetNumbers::claims)
                .sum();
        return sql.insertForId(sql.sql("insert into interchange (partner, isa13, gs06, file_name, vocabulary,"
                        + " usage_indicator, claims, content, answers, state, attempt, inferred, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'READY', 0, false, ?)")
                .params(
                        interchange.partner(),
                        interchange.interchangeControlNumber(),
                        interchange.groupControlNumber(),
                        interchange.fileName(),
                        interchange.vocabulary(),
                        interchange.usageIndicator(),
                        claims,
                        content,
                        interchange.answers(),
                        sql.now()));
    }

    private void insertSet(long id, NewInterchange interchange, TransactionSetNumbers set) {
        sql.sql("insert into transaction_set (interchange, partner, isa13, gs06, st02, bht03, claims)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        interchange.partner(),
                        interchange.interchangeControlNumber(),
                        interchange.groupControlNumber(),
                        set.setControlNumber(),
                        set.batchReference(),
                        set.claims())
                .update();
    }

    private List<StoredInterchange> interchanges(String rest, Object... values) {
        return sql.sql(SELECT + rest)
                .params(values)
                .query(InterchangeStore::interchange)
                .list();
    }

    private List<StoredSet> sets(String rest, Object... values) {
        return sql.sql("select * from transaction_set " + rest)
                .params(values)
                .query((row, number) -> new StoredSet(
                        row.getLong("interchange"),
                        row.getString("partner"),
                        row.getString("isa13"),
                        row.getString("gs06"),
                        row.getString("st02"),
                        row.getString("bht03"),
                        row.getInt("claims"),
                        row.getString("acknowledgment")))
                .list();
    }

    static final String SELECT = "select i.*, c.bytes as size_bytes, c.sha256, f.name as answered from interchange i"
            + " join content c on c.id = i.content left join inbox_file f on f.id = i.answers ";

    static StoredInterchange interchange(ResultSet row, int number) throws SQLException {
        return new StoredInterchange(
                row.getLong("id"),
                row.getString("partner"),
                row.getString("isa13"),
                row.getString("gs06"),
                row.getString("file_name"),
                row.getString("vocabulary"),
                row.getString("usage_indicator"),
                row.getInt("claims"),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                State.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getString("temp_name"),
                row.getBoolean("inferred"),
                row.getString("note"),
                row.getString("acknowledgment"),
                row.getString("answered"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "visible_at"));
    }
}
