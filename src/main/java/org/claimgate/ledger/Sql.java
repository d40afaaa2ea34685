package org.claimgate.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** What the stores share: statements, transactions, JSON and time. */
final class Sql {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** A query that changes rows: it puts locks on them. */
    private static final String LOCKING = "for update";

    private final JdbcTemplate template;
    private final JdbcClient client;
    private final Gathered gathered;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final Clock clock;
    private final Optional<WholeCommits> whole;

    /** @param moments of an H2 of this process, with everybody who changes it; empty for another database */
    Sql(DataSource pool, Optional<QuietMoments> moments, Clock clock) {
        DataSource dataSource = new Connections(pool);
        Translator translator = new Translator();
        this.clock = clock;
        this.whole = moments.map(quiet -> new WholeCommits(dataSource, quiet));
        this.template = new Changing(dataSource);
        this.template.setExceptionTranslator(translator);
        this.client = JdbcClient.create(template);
        this.gathered = new Gathered(template);
        JdbcTransactionManager manager =
                whole.<JdbcTransactionManager>map(h2 -> h2).orElseGet(() -> new JdbcTransactionManager(dataSource));
        manager.setExceptionTranslator(translator);
        this.transaction = new TransactionTemplate(manager);
        this.savepoint = new TransactionTemplate(manager);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Makes each change in a transaction and, on H2, as its {@link WholeCommits} have it. */
    private final class Changing extends JdbcTemplate {

        private Changing(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        public int update(String change) {
            return inTransaction(() -> changing(() -> super.update(change)));
        }

        /** All others with a statement and its values come to this. */
        @Override
        protected int update(PreparedStatementCreator change, PreparedStatementSetter setter) {
            return inTransaction(() -> changing(() -> super.update(change, setter)));
        }

        @Override
        public int update(PreparedStatementCreator insert, KeyHolder keys) {
            return inTransaction(() -> changing(() -> super.update(insert, keys)));
        }

        @Override
        public int[] batchUpdate(String change, BatchPreparedStatementSetter rows) {
            return inTransaction(
                    () -> changing(() -> whole.isPresent() ? oneByOne(change, rows) : super.batchUpdate(change, rows)));
        }

        /** H2 would go on behind a row that fails, and keep those before it; it is no quicker with all of them. */
        private int[] oneByOne(String change, BatchPreparedStatementSetter rows) {
            PreparedStatementCallback<int[]> all = statement -> {
                int[] changed = new int[rows.getBatchSize()];
                for (int row = 0; row < changed.length; row++) {
                    rows.setValues(statement, row);
                    changed[row] = statement.executeUpdate();
                }
                return changed;
            };
            return savepoint.execute(status -> execute(change, all));
        }

        @Override
        public <T> T query(PreparedStatementCreator query, PreparedStatementSetter setter, ResultSetExtractor<T> rows) {
            return query instanceof SqlProvider text && text.getSql().contains(LOCKING)
                    ? inTransaction(() -> changing(() -> super.query(query, setter, rows)))
                    : super.query(query, setter, rows);
        }
    }

    private <T> T changing(Supplier<T> statement) {
        return whole.map(h2 -> h2.change(statement)).orElseGet(statement);
    }

    JdbcTemplate template() {
        return template;
    }

    /** A statement of its own, behind what its transaction has gathered. */
    JdbcClient.StatementSpec sql(String statement) {
        gathered.write();
        return client.sql(statement);
    }

    /** What this transaction writes together. */
    Gathered gathered() {
        return gathered;
    }

    /** Joins the transaction that is open, or runs in one of its own. */
    <T> T inTransaction(Supplier<T> work) {
        try {
            return transaction.execute(status -> work.get());
        } catch (TransactionException e) {
            throw Translator.unavailable(e);
        }
    }

    /** Somebody will stand on what the transaction that is open does, once it can be seen: {@link QuietMoments#force} is for that. */
    void promise() {
        whole.ifPresent(WholeCommits::promise);
    }

    /** Runs an insert; false, with nothing changed, when the row is there already. */
    boolean inserts(Runnable insert) {
        // What goes back with the insert must be nothing but the insert.
        gathered.write();
        return inTransaction(() -> changing(() -> isInserted(insert)));
    }

    private boolean isInserted(Runnable insert) {
        try {
            savepoint.executeWithoutResult(status -> insert.run());
            return true;
        } catch (LedgerException e) {
            if (e.kind() == LedgerException.Kind.CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    /** Runs an insert into a table whose key {@code id} the database gives, and returns the key. */
    long insertForId(JdbcClient.StatementSpec insert) {
        KeyHolder keys = new GeneratedKeyHolder();
        insert.update(keys, "id");
        return keys.getKey().longValue();
    }

    OffsetDateTime now() {
        return time(clock.instant());
    }

    Clock clock() {
        return clock;
    }

    static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    static String json(JsonNode node) {
        return node == null ? null : node.toString();
    }

    static <T extends JsonNode> T json(String text, Class<T> type) {
        try {
            return text == null ? null : type.cast(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new LedgerException(LedgerException.Kind.BROKEN, "ledger: a column does not hold JSON");
        }
    }
}
