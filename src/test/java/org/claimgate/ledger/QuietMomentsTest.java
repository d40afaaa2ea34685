package org.claimgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills once left claims without contents, and an entry in an index without its row: H2 had written its tables down, one after the other, while a transaction was
 * being committed, and while a row was being inserted.
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
                            .list(),
            "the end of a transaction", sql -> sql.inTransaction(() -> null));

    private static final int MOST = 16 << 20;
    private static final int PIECES = 200;

    /** Pieces that are less than much. */
    private static final int FEW = 10;

    @TempDir
    private Path folder;

    private HikariDataSource pool;
    private MVStore h2;
    private QuietMoments moments;
    private Sql sql;

    @BeforeEach
    void makeTable() throws SQLException {
        FilePath.register(new FullDisk());
        String url = "jdbc:h2:" + FullDisk.SCHEME + ":" + folder.resolve("ledger");
        pool = Database.connect(url, "sa", "");
        writeOn(new LedgerWriter(), MOST);
        sql.template().execute("create table t (id bigint generated always as identity primary key, n int)");
        try (Connection connection = pool.getConnection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            h2 = session.getDatabase().getStore().getMvStore();
        }
    }

    private void writeOn(LedgerWriter writer, int most) {
        moments = QuietMoments.of(pool, most, writer);
        sql = new Sql(pool, Optional.of(moments), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_changed_while_tables_are_written_down() {
        return CHANGES.entrySet().stream()
                .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> {
                    Thread changing = new Thread(() -> way.getValue().accept(sql));
                    moments.alone(() -> {
                        changing.start();
                        await(changing, Thread.State.WAITING);
                        assertThat(changing.isAlive()).as("waits").isTrue();
                    });
                    changing.join();
                }));
    }

    @Test
    void who_reads_waits_for_nothing() throws Exception {
        Thread reading = new Thread(this::rows);
        moments.alone(() -> {
            reading.start();
            await(reading, Thread.State.WAITING);
            assertThat(reading.isAlive()).isFalse();
        });
        reading.join();
    }

    @Test
    void nothing_is_written_before_something_is_promised() {
        insert(1);
        moments.force();
        long written = h2.getFileStore().getWriteCount();
        insert(2);
        moments.force();
        assertThat(h2.getFileStore().getWriteCount()).isEqualTo(written);
        insertAndPromise(3);
        assertThat(h2.getFileStore().getWriteCount()).isEqualTo(written);
        moments.force();
        assertThat(h2.getFileStore().getWriteCount()).isGreaterThan(written);
    }

    /** Nobody may tell what this one did as long as a kill or a power cut takes it back. */
    @Test
    void who_sees_what_is_promised_has_it_forced_though_another_has_not() {
        moments.force();
        insertAndPromise(1);
        assertThat(rows()).containsExactly(1);
        long written = h2.getFileStore().getWriteCount();
        moments.force();
        assertThat(h2.getFileStore().getWriteCount()).isGreaterThan(written);
    }

    @Test
    void who_changes_something_does_not_wait_for_what_is_written() throws Exception {
        insert(1);
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        FullDisk.watch(() -> {
            writing.countDown();
            await(go);
        });
        try {
            CompletableFuture<Void> force = CompletableFuture.runAsync(moments::force);
            writing.await();
            Thread changing = new Thread(() -> insert(2));
            changing.start();
            await(changing, Thread.State.WAITING);
            assertThat(changing.isAlive()).as("waits").isFalse();
            assertThat(force).isNotDone();
            go.countDown();
            force.get(20, TimeUnit.SECONDS);
        } finally {
            go.countDown();
            FullDisk.watch(() -> {});
        }
    }

    @Test
    void who_waits_for_a_row_keeps_nobody_from_forcing_nor_from_getting_on() throws Exception {
        insert(1);
        Thread second = new Thread(() ->
                sql.template().batchUpdate("update t set n = n + ? where n < 3", List.<Object[]>of(new Object[] {10})));
        Thread force = new Thread(moments::force);
        sql.inTransaction(() -> {
            sql.template().update("update t set n = 2");
            second.start();
            await(second, Thread.State.TIMED_WAITING);
            force.start();
            insert(3);
            join(force);
            assertThat(second.isAlive()).as("waits").isTrue();
            return null;
        });
        second.join();
        assertThat(rows()).containsExactly(12, 3);
    }

    @Test
    void a_force_needs_nothing_that_those_hold_who_wait_for_it() throws Exception {
        try (Ledger ledger = Ledger.open("jdbc:h2:file:" + folder.resolve("other"), "sa", "", Clock.systemUTC())) {
            CountDownLatch begun = new CountDownLatch(Database.CONNECTIONS);
            CountDownLatch go = new CountDownLatch(1);
            List<Thread> all = IntStream.range(0, Database.CONNECTIONS)
                    .mapToObj(number -> new Thread(() -> ledger.inTransaction(() -> {
                        begun.countDown();
                        await(go);
                        ledger.controlNumbers().group("partner " + number);
                    })))
                    .toList();
            all.forEach(Thread::start);
            begun.await();
            CompletableFuture<Void> force = CompletableFuture.runAsync(ledger::force);
            go.countDown();
            force.get(20, TimeUnit.SECONDS);
            all.forEach(QuietMomentsTest::join);
        }
    }

    @Test
    void what_is_much_is_never_written_in_the_middle_of_a_change() {
        Set<String> places = ConcurrentHashMap.newKeySet();
        writeOn(noting(places), MOST);
        sql.template().execute("create table large (n int, piece varbinary)");
        insertPieces(PIECES);
        assertThat(places)
                .as("before statements, and in the commit")
                .contains("makeRoom")
                .isSubsetOf("makeRoom", "alone");

        places.clear();
        deleteItAndTakeThatBack();
        assertThat(places)
                .as("before statements, and while it is taken back")
                .contains("makeRoom")
                .isSubsetOf("makeRoom", "alone");
    }

    @Test
    void what_is_large_is_ended_alone_though_others_had_it_written_bit_by_bit() {
        Set<String> places = ConcurrentHashMap.newKeySet();
        writeOn(noting(places), MOST);
        sql.template().execute("create table large (n int, piece varbinary)");
        sql.inTransaction(() -> {
            for (int bit = 0; bit < PIECES; bit += FEW) {
                insertPieces(FEW);
                CompletableFuture.runAsync(() -> insertAndPromise(1)).join();
                CompletableFuture.runAsync(moments::force).join();
            }
            places.clear();
            return null;
        });
        assertThat(places).containsExactly("alone");
    }

    @Test
    void what_is_more_than_h2_would_hold_by_itself_is_not_written_before_it_is_promised() {
        Set<String> places = ConcurrentHashMap.newKeySet();
        writeOn(noting(places), 8 * MOST);
        sql.template().execute("create table large (n int, piece varbinary)");
        insertPieces(PIECES / 2);
        assertThat(places).isEmpty();
    }

    /** H2 changes each of its rows once more; what it may hold of them would be in memory four times before it waits by itself. */
    @Test
    void the_end_of_a_large_transaction_waits_for_what_is_written_meanwhile() {
        sql.template().execute("create table large (n int, piece varbinary)");
        Thread changing = Thread.currentThread();
        AtomicBoolean ending = new AtomicBoolean();
        AtomicInteger mostWaiting = new AtomicInteger(-1);
        LedgerWriter slow = new LedgerWriter() {
            @Override
            public Future<?> submit(Runnable writing) {
                Future<?> written = super.submit(() -> {
                    if (ending.get()) {
                        await(changing, Thread.State.WAITING);
                    }
                    writing.run();
                });
                if (ending.get()) {
                    mostWaiting.accumulateAndGet(getQueue().size(), Math::max);
                }
                return written;
            }
        };
        writeOn(slow, MOST);
        sql.inTransaction(() -> {
            insertPieces(PIECES);
            ending.set(true);
            return null;
        });
        ending.set(false);
        assertThat(mostWaiting).hasValue(0);
    }

    private void insertPieces(int pieces) {
        byte[] piece = new byte[256 * 1024];
        sql.inTransaction(() -> {
            for (int number = 0; number < pieces; number++) {
                sql.template().update("insert into large (n, piece) values (?, ?)", number, piece);
            }
            return null;
        });
    }

    private void deleteItAndTakeThatBack() {
        assertThatThrownBy(() -> sql.inTransaction(() -> {
                    for (int number = 0; number < PIECES; number++) {
                        sql.template().update("delete from large where n = ?", number);
                    }
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
    }

    /** Notes from where H2's tables are given to it. */
    private static LedgerWriter noting(Set<String> places) {
        return new LedgerWriter() {
            @Override
            public Future<?> submit(Runnable writing) {
                places.add(placeOfWriting());
                return super.submit(writing);
            }
        };
    }

    /** In which method of the quiet moments. */
    private static String placeOfWriting() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().equals(QuietMoments.class.getName()))
                        .map(StackWalker.StackFrame::getMethodName)
                        .filter(method -> !method.contains("write"))
                        .findFirst()
                        .orElse("elsewhere"));
    }

    private void insertAndPromise(int n) {
        sql.inTransaction(() -> {
            sql.promise();
            insert(n);
            return null;
        });
    }

    private void insert(int n) {
        sql.template().update("insert into t (n) values (?)", n);
    }

    private List<Integer> rows() {
        return sql.sql("select n from t order by id").query(Integer.class).list();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(Thread thread, Thread.State state) {
        while (thread.isAlive() && thread.getState() != state) {
            Thread.onSpinWait();
        }
    }
}
