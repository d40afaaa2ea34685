package org.claimgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class PostgresLedgerTest extends LedgerContract {

    private String url;

    @Override
    Ledger openEmpty(Clock clock) {
        url = TestPostgres.newLedger();
        return Ledger.open(url, "postgres", "postgres", clock);
    }

    /** As the database does with one in which nothing is asked for too long. */
    @Test
    void aTransactionThatTheDatabaseEndedMayHeal() {
        assertThatThrownBy(() -> ledger.inTransaction(() -> {
                    ledger.outbox().lockUnpublished(1);
                    endTransactionsOfOthers();
                    ledger.outbox().lockUnpublished(1);
                }))
                .isInstanceOfSatisfying(LedgerException.class, failure -> assertThat(failure.mayHeal())
                        .isTrue());
        assertThat(ledger.queries().files(0, 1)).isEmpty();
    }

    private void endTransactionsOfOthers() {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet ended = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = current_database() and state = 'idle in transaction'")) {
            ended.next();
            assertThat(ended.getInt(1)).isOne();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void earlierClaimsAreAsFarAsTheyWere() throws SQLException {
        String url = TestPostgres.newDatabase();
        EarlierClaims.areAsFarAsTheyWere(url, "postgres", "postgres");
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet transactions = statement.executeQuery("select count(distinct xmin::text)"
                        + " from flyway_schema_history where version in ('19', '20')")) {
            transactions.next();
            assertThat(transactions.getInt(1))
                    .as("transactions: between two, an earlier gateway could work")
                    .isEqualTo(1);
        }
    }

    @Test
    void earlierMessagesAreFoundByClaimAndFile() throws SQLException {
        EarlierMessages.areFoundByClaimAndFile(TestPostgres.newDatabase(), "postgres", "postgres");
    }
}
