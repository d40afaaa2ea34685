package org.claimgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A kill once left an entry in an index without its row, and a file that was received for one that had come before: H2 had written its tables down while the row was
 * being inserted.
 */
class QuietMomentsTest {

    private static final Map<String, Consumer<Sql>> CHANGES = Map.of(
            "a statement", sql -> sql.sql("insert into t (n) values (1)").update(),
            "a statement of the template", sql -> sql.template().update("insert into t (n) values (1)"),
            "a statement with values", sql -> sql.template().update("insert into t (n) values (?)", 1),
            "many rows",
                    sql -> sql.template()
                            .batchUpdate("insert into t (n) values (?)", List.<Object[]>of(new Object[] {1})),
            "a row that gets a number", sql -> sql.insertForId(sql.sql("insert into t (n) values (1)")),
            "a row that may be there",
                    sql -> sql.inserts(() -> sql.template().update("insert into t (n) values (?)", 1)),
            "gathered rows",
                    sql -> sql.inTransaction(() -> {
                        sql.gathered().insert("insert into t (n) values (?)", 1);
                        return null;
                    }),
            "a lock on rows",
                    sql -> sql.sql("select n from t for update")
                            .query(Integer.class)
                            .list());

    private final QuietMoments moments = new QuietMoments();
    private Sql sql;

    @BeforeEach
    void makeTable() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        sql = new Sql(database, Optional.of(moments), Clock.systemUTC());
        sql.template().execute("create table t (id bigint generated always as identity primary key, n int)");
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_changed_while_tables_are_written_down() {
        return CHANGES.entrySet().stream()
                .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> {
                    Thread changing = new Thread(() -> way.getValue().accept(sql));
                    moments.writeDown(() -> {
                        changing.start();
                        awaitWaitingOrEnd(changing);
                        assertThat(changing.isAlive()).as("waits").isTrue();
                    });
                    changing.join();
                }));
    }

    @Test
    void who_reads_waits_for_nothing() throws InterruptedException {
        Thread reading =
                new Thread(() -> sql.sql("select n from t").query(Integer.class).list());
        moments.writeDown(() -> {
            reading.start();
            awaitWaitingOrEnd(reading);
            assertThat(reading.isAlive()).isFalse();
        });
        reading.join();
    }

    private static void awaitWaitingOrEnd(Thread thread) {
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}
