package org.claimgate.ledger;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings the tables up to date, from every schema that was ever released. */
final class Migrations {

    /**
     * Checksums of the texts that these versions had before they could be run again after a kill. What they make is the same; ledgers that were
     * made of them are as good as others.
     */
    private static final Map<String, Integer> EARLIER_TEXTS =
            Map.of("1", 1792841770, "2", 296280954, "3", -1564430416, "4", 1927076113);

    private static final Set<MigrationState> NEWER =
            EnumSet.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    private Migrations() {}

    /**
     * On PostgreSQL in one transaction: what a step has locked stays locked until the last, so that an earlier gateway that still
     * runs writes nothing between two of them.
     *
     * @throws IllegalStateException when a newer gateway has changed the tables: what it wrote would be misunderstood
     */
    static void run(DataSource dataSource, boolean embedded) {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .placeholders(placeholders(embedded))
                .group(!embedded)
                // Who comes second waits, however long the first takes.
                .lockRetryCount(-1)
                .load();
        List<MigrationInfo> all = Arrays.asList(flyway.info().all());
        refuseNewer(all);
        List<MigrationInfo> changed = all.stream()
                .filter(MigrationInfo::isApplied)
                .filter(migration -> !migration.isChecksumMatching())
                .toList();
        if (!changed.isEmpty() && changed.stream().allMatch(Migrations::isEarlierText)) {
            flyway.repair();
        }
        flyway.migrate();
    }

    /** What stands in the texts for what differs by database. */
    static Map<String, String> placeholders(boolean embedded) {
        return Map.of("andDrop", embedded ? "," : ", drop column if exists");
    }

    private static void refuseNewer(List<MigrationInfo> all) {
        all.stream()
                .filter(migration -> NEWER.contains(migration.getState()))
                .findFirst()
                .ifPresent(newer -> {
                    throw new IllegalStateException("the ledger has tables of version " + newer.getVersion()
                            + ", which this gateway does not know: a newer one has been started on it. Start that one");
                });
    }

    private static boolean isEarlierText(MigrationInfo migration) {
        return migration.isVersioned()
                && migration
                        .getAppliedChecksum()
                        .equals(EARLIER_TEXTS.get(migration.getVersion().getVersion()));
    }
}
