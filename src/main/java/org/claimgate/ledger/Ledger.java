package org.claimgate.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The gateway's memory, in H2 or PostgreSQL. Steps draw their transactions here and read and write through the stores;
 * a store method called outside a transaction is one of its own. Any number of processes may share one PostgreSQL.
 * Safe for concurrent use. Failures are {@link LedgerException}s.
 */
public final class Ledger implements AutoCloseable {

    private final HikariDataSource dataSource;
    private final Sql sql;
    private final Runnable checkpoint;
    private final ClaimStore claims;
    private final InterchangeStore interchanges;
    private final ExpectedAnswerStore expectedAnswers;
    private final InquiryStore inquiries;
    private final InboxStore inbox;
    private final OutboxStore outbox;
    private final LeaseStore leases;
    private final ActStore acts;
    private final ControlNumbers controlNumbers;
    private final Queries queries;
    private final AttentionQueries attention;

    private Ledger(HikariDataSource dataSource, boolean embedded, Clock clock) {
        this.dataSource = dataSource;
        this.sql = new Sql(dataSource, clock);
        this.checkpoint = embedded ? new Checkpoint(() -> sql.template().execute("checkpoint sync")) : () -> {};
        Contents contents = new Contents(sql);
        this.claims = new ClaimStore(sql);
        this.interchanges = new InterchangeStore(sql, contents);
        this.expectedAnswers = new ExpectedAnswerStore(sql, interchanges);
        this.inquiries = new InquiryStore(sql);
        this.inbox = new InboxStore(sql, contents);
        this.outbox = new OutboxStore(sql);
        this.leases = new LeaseStore(sql);
        this.acts = new ActStore(sql);
        this.controlNumbers = new ControlNumbers(sql);
        this.queries = new Queries(sql);
        this.attention = new AttentionQueries(sql);
    }

    /**
     * Connects, brings the tables up to date, and refuses a database that may forget what it has committed.
     *
     * @param url {@code jdbc:h2:file:…} or {@code jdbc:postgresql:…}; what H2 needs to be durable is added
     */
    public static Ledger open(String url, String user, String password, Clock clock) {
        HikariDataSource dataSource = Database.connect(url, user, password);
        try {
            Database.migrate(dataSource);
            boolean embedded = Database.isEmbedded(url);
            Ledger ledger = new Ledger(dataSource, embedded, clock);
            Database.checkDurability(url, ledger.sql.template());
            if (embedded) {
                // Nobody else can have this database open: whoever held a lease is gone.
                ledger.leases.releaseAll();
            }
            return ledger;
        } catch (RuntimeException e) {
            dataSource.close();
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

    /**
     * A transaction behind which a promise is made to the outside: when this returns, its work is on the disk and outlives
     * a power cut. Never inside another transaction.
     */
    public <T> T durably(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a promise cannot be made inside a transaction that may still fail");
        }
        T result = sql.inTransaction(work);
        force();
        return result;
    }

    /**
     * Forces to the disk what has been committed until now. PostgreSQL has done so with each commit; H2's file has it, and the
     * operating system may still lose it.
     */
    public void force() {
        checkpoint.run();
    }

    /** {@link #durably(Supplier)} without a result. */
    public void durably(Runnable work) {
        durably(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Whether the embedded database has closed itself, as it does when its file cannot be written. Nothing that was promised is lost,
     * and nothing goes on before another process opens it.
     */
    public boolean hasClosedItself() {
        try {
            sql.template().execute("select 1");
            return false;
        } catch (LedgerException e) {
            return e.kind() == LedgerException.Kind.CLOSED;
        }
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
        dataSource.close();
    }
}
