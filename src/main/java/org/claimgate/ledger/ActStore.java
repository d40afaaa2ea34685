package org.claimgate.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What people did, with who, when and why; each is recorded in the transaction that does it. */
public final class ActStore {

    private static final int LONGEST_WHO = 100;
    private static final int LONGEST_WHAT = 300;
    private static final int LONGEST_REASON = 500;

    private final Sql sql;

    ActStore(Sql sql) {
        this.sql = sql;
    }

    public Act ofFile(InboxFile file, Act.Kind kind, String who, String reason) {
        return insert(kind, who, file.id(), null, "%s of %s".formatted(file.name(), file.partner()), reason);
    }

    public Act ofInterchange(StoredInterchange interchange, Act.Kind kind, String who, String reason) {
        String what = "%s to %s".formatted(interchange.fileName(), interchange.partner());
        return insert(kind, who, null, interchange.id(), what, reason);
    }

    public Act ofMessages(String what, String who, String reason) {
        return insert(Act.Kind.REPLAYED, who, null, null, what, reason);
    }

    public Act ofLedger(Act.Kind kind, String what, String who, String reason) {
        return insert(kind, who, null, null, what, reason);
    }

    /** Those on a received file, in the order done. */
    public List<Act> onFile(long file) {
        return acts("where file = ? order by id", file);
    }

    /** Those on an interchange, in the order done. */
    public List<Act> onInterchange(long interchange) {
        return acts("where interchange = ? order by id", interchange);
    }

    /** Newest first. */
    public List<Act> latest(int limit) {
        return acts("order by id desc limit ?", limit);
    }

    private Act insert(Act.Kind kind, String who, Long file, Long interchange, String what, String reason) {
        long id = sql.insertForId(sql.sql("insert into act (at, who, kind, file, interchange, what, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        sql.now(),
                        Texts.fit(who, LONGEST_WHO),
                        kind.name(),
                        file,
                        interchange,
                        Texts.fit(what, LONGEST_WHAT),
                        Texts.fit(reason, LONGEST_REASON)));
        return acts("where id = ?", id).get(0);
    }

    private List<Act> acts(String rest, Object value) {
        return sql.sql("select * from act " + rest)
                .param(value)
                .query(ActStore::act)
                .list();
    }

    private static Act act(ResultSet row, int number) throws SQLException {
        return new Act(
                row.getLong("id"),
                Sql.instant(row, "at"),
                row.getString("who"),
                Act.Kind.valueOf(row.getString("kind")),
                row.getString("what"),
                row.getString("reason"));
    }
}
