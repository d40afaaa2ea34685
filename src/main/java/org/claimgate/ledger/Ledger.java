package org.claimgate.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.StatementCallback;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The gateway's memory, in H2 or PostgreSQL. Steps draw their transactions here and read and write through the stores;
 * a store method called outside a transaction is one of its own. Any number of processes may share one PostgreSQL.
 * Safe for concurrent use. Failures are {@link LedgerException}s.
 */
public final class Ledger implements AutoCloseable {

    private final HikariDataSource dataSource;
    private final HikariDataSource leaseSource;
    private final Sql sql;
    /** Of an embedded database, which is a file of this process. */
    private final Optional<QuietMoments> moments;

    private final ClaimStore claims;
    private final InterchangeStore interchanges;
    private final ExpectedAnswerStore expectedAnswers;
    private final InquiryStore inquiries;
    private final KeyedRequestStore keyedRequests;
    private final InboxStore inbox;
    private final OutboxStore outbox;
    private final LeaseStore leases;
    private final ActStore acts;
    private final ControlNumbers controlNumbers;
    private final RemovalStore removals;
    private final Queries queries;
    private final AttentionQueries attention;

    private Ledger(
            HikariDataSource dataSource, HikariDataSource leaseSource, Optional<QuietMoments> moments, Clock clock) {
        this.dataSource = dataSource;
        this.leaseSource = leaseSource;
        this.moments = moments;
        this.sql = new Sql(dataSource, moments, clock);
        Contents contents = new Contents(sql);
        this.claims = new ClaimStore(sql);
        this.interchanges = new InterchangeStore(sql, contents);
        this.expectedAnswers = new ExpectedAnswerStore(sql, interchanges);
        this.inquiries = new InquiryStore(sql);
        this.keyedRequests = new KeyedRequestStore(sql);
        this.inbox = new InboxStore(sql, contents);
        this.controlNumbers = new ControlNumbers(sql);
        this.outbox = new OutboxStore(sql, controlNumbers);
        this.leases = new LeaseStore(new Sql(leaseSource, moments, clock));
        this.acts = new ActStore(sql);
        this.removals = new RemovalStore(sql, contents, controlNumbers);
        this.queries = new Queries(sql);
        this.attention = new AttentionQueries(sql);
    }

    /**
     * Connects, brings the tables up to date, and refuses a PostgreSQL that may forget what it has committed.
     *
     * @param url {@code jdbc:h2:file:…} or {@code jdbc:postgresql:…}; what H2 needs to be durable is added
     */
    public static Ledger open(String url, String user, String password, Clock clock) {
        HikariDataSource dataSource = Database.connect(url, user, password);
        try {
            Database.prepare(url, dataSource);
            Optional<QuietMoments> moments =
                    Database.isEmbedded(url) ? Optional.of(QuietMoments.of(dataSource)) : Optional.empty();
            Ledger ledger = new Ledger(dataSource, Database.connectForLeases(url, user, password), moments, clock);
            if (ledger.isEmbedded()) {
                ledger.releaseLeases();
            }
            return ledger;
        } catch (RuntimeException e) {
            dataSource.close();
            throw e;
        }
    }

    /** Nobody else can have an embedded database open: whoever held a lease is gone. */
    private void releaseLeases() {
        try {
            leases.releaseAll();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** One transaction: all of the work or, when it throws, nothing. Joins the transaction that is open. */
    public <T> T inTransaction(Supplier<T> work) {
        return sql.inTransaction(work);
    }

    /** {@link #inTransaction(Supplier)} without a result. */
    public void inTransaction(Runnable work) {
        sql.inTransaction(() -> {
            work.run();
            return null;
        });
    }

    /** PostgreSQL ends a transaction in which nothing has been asked for long: for who works on something else between two statements. */
    public void keepTransaction() {
        if (!isEmbedded()) {
            // What is gathered goes on waiting.
            sql.template().queryForObject("select 1", Integer.class);
        }
    }

    /**
     * A transaction behind which a promise is made to the outside: when this returns, its work is on the disk and outlives
     * a power cut. Never inside another transaction.
     */
    public <T> T durably(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a promise cannot be made inside a transaction that may still fail");
        }
        T result = sql.inTransaction(() -> {
            sql.promise();
            return work.get();
        });
        force();
        return result;
    }

    /** {@link #durably(Supplier)}, run again so many times in all when another transaction was in the way. */
    public <T> T durably(int tries, Supplier<T> work) {
        try {
            return durably(work);
        } catch (LedgerException e) {
            if (e.kind() != LedgerException.Kind.BUSY || tries == 1) {
                throw e;
            }
            return durably(tries - 1, work);
        }
    }

    /**
     * Forces to the disk what {@link #durably} has committed until now, and all messages with what they tell. PostgreSQL has done so
     * with each commit; H2 has it in memory.
     */
    public void force() {
        moments.ifPresent(QuietMoments::force);
    }

    /** {@link #durably(Supplier)} without a result. */
    public void durably(Runnable work) {
        durably(() -> {
            work.run();
            return null;
        });
    }

    /** Tells an embedded database how its tables have grown, by which it chooses its ways; others see to that themselves. */
    public void analyze() {
        // Those who wait meanwhile may hold all connections but its own.
        moments.ifPresent(quiet -> sql.template().execute((StatementCallback<Boolean>) on -> {
            quiet.alone(() -> on.execute("analyze"));
            return true;
        }));
    }

    /** Whether it is a file of this process, which nobody else can back up. */
    public boolean isEmbedded() {
        return moments.isPresent();
    }

    /** Writes a backup of an embedded ledger while it works; answers the name of the file in the folder. */
    public String backUp(Path folder) {
        return LedgerFile.backUp(
                moments.orElseThrow()::copy, folder, sql.clock().instant());
    }

    /**
     * Makes a ledger that has gone back in time safe to use: no number that it gave away meanwhile is given again, and
     * claims that wait are known to have waited at that time.
     *
     * @param margin more than was given away of any number since
     */
    public void raiseNumbers(int margin) {
        // H2 ends the transaction with this. Done again, it does no harm.
        controlNumbers.raiseIdentities(margin);
        inTransaction(() -> {
            controlNumbers.raise(margin);
            interchanges.raiseAttempts(margin);
            claims.markRestored();
        });
    }

    /**
     * Whether the embedded database has given its file up, as it does when that cannot be written. Nothing that was promised is lost,
     * and nothing goes on before another process opens it.
     */
    public boolean hasClosedItself() {
        return moments.map(QuietMoments::isGivenUp).orElse(false);
    }

    public ClaimStore claims() {
        return claims;
    }

    public InterchangeStore interchanges() {
        return interchanges;
    }

    public ExpectedAnswerStore expectedAnswers() {
        return expectedAnswers;
    }

    public KeyedRequestStore keyedRequests() {
        return keyedRequests;
    }

    public InquiryStore inquiries() {
        return inquiries;
    }

    public InboxStore inbox() {
        return inbox;
    }

    public OutboxStore outbox() {
        return outbox;
    }

    public LeaseStore leases() {
        return leases;
    }

    public ActStore acts() {
        return acts;
    }

    public ControlNumbers controlNumbers() {
        return controlNumbers;
    }

    public RemovalStore removals() {
        return removals;
    }

    /** The read side, for people. */
    public Queries queries() {
        return queries;
    }

    /** The read side, for what does not go on. */
    public AttentionQueries attention() {
        return attention;
    }

    @Override
    public void close() {
        leaseSource.close();
        dataSource.close();
    }
}
