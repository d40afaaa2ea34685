package org.claimgate.ledger;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One lease for each partner: of all nodes on one ledger, one at a time works at the partner's server. A lease that is not
 * renewed expires, and another node may take it. Only the database's clock is asked, so that the clocks of nodes may jump.
 */
public final class LeaseStore {

    /** Both databases take this for a time span; a parameter alone has no type in H2. */
    private static final String UNTIL = "current_timestamp + cast(? as int) * interval '1' second";

    /** The lease, if nobody has taken the partner since. */
    static final String HELD = "select 1 from lease where partner = ? and node = ? and epoch = ?";

    private final Sql sql;

    LeaseStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Takes a partner that nobody holds, or whose holder has not renewed its lease in time; or since the database's clock was set back,
     * which a lease that lasts twice as long as any tells.
     */
    public Optional<Lease> take(String partner, String node, Duration time) {
        return sql.inTransaction(() -> {
            boolean taken = sql.sql("update lease set node = ?, epoch = epoch + 1, expires_at = " + UNTIL
                                    + " where partner = ? and (node is null or expires_at < current_timestamp"
                                    + " or expires_at > " + UNTIL + ")")
                            .params(node, time.toSeconds(), partner, 2 * time.toSeconds())
                            .update()
                    == 1;
            return taken || isFirst(partner, node, time)
                    ? leases("partner = ?", partner).stream().findFirst()
                    : Optional.empty();
        });
    }

    /** Renews all that a node holds, expired or not, and returns it: what another node has taken is not among it. */
    public List<Lease> renew(String node, Duration time) {
        return sql.inTransaction(() -> {
            sql.sql("update lease set expires_at = " + UNTIL + " where node = ?")
                    .params(time.toSeconds(), node)
                    .update();
            return leases("node = ?", node);
        });
    }

    /** Whether nobody else has taken the partner since: only then may its holder go on. */
    public boolean isHeld(Lease lease) {
        return sql.sql(HELD)
                .params(lease.partner(), lease.node(), lease.epoch())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Gives all back that a node holds. */
    public void release(String node) {
        sql.sql("update lease set node = null where node = ?").param(node).update();
    }

    /** The node that works at each partner; without those that nobody works at. */
    public Map<String, String> holders() {
        Map<String, String> holders = new LinkedHashMap<>();
        leases("expires_at >= current_timestamp and node is not null")
                .forEach(lease -> holders.put(lease.partner(), lease.node()));
        return holders;
    }

    void releaseAll() {
        sql.sql("update lease set node = null where node is not null").update();
    }

    /** A partner that was never taken has no row. */
    private boolean isFirst(String partner, String node, Duration time) {
        boolean known = !leases("partner = ?", partner).isEmpty();
        return !known
                && sql.inserts(() -> sql.sql(
                                "insert into lease (partner, node, epoch, expires_at) values (?, ?, 1, " + UNTIL + ")")
                        .params(partner, node, time.toSeconds())
                        .update());
    }

    private List<Lease> leases(String where, Object... values) {
        return sql.sql("select partner, node, epoch from lease where " + where + " order by partner")
                .params(values)
                .query((row, number) ->
                        new Lease(row.getString("partner"), row.getString("node"), row.getLong("epoch")))
                .list();
    }
}
