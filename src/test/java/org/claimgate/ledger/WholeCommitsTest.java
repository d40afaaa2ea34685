package org.claimgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import org.claimgate.response.ClaimState;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kill once left claims that were in the ledger and had neither content nor events: H2 had written its tables down, one after the other, while the claims
 * were being committed.
 */
class WholeCommitsTest {

    @TempDir
    private Path folder;

    @Test
    void nothing_is_committed_while_h2_writes_its_tables_down() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("ledger");
        try (Ledger ledger = Ledger.open(url, "sa", "", Clock.systemUTC());
                Connection h2 = DriverManager.getConnection(Database.durable(url), "sa", "")) {
            takeIn(ledger, "first");
            Thread takingIn = new Thread(() -> takeIn(ledger, "second"));
            store(h2).executeFilestoreOperation(() -> {
                takingIn.start();
                awaitWaiting(takingIn);
                assertThat(claims(h2)).as("committed by then").isOne();
            });
            takingIn.join();
            assertThat(claims(h2)).isEqualTo(2);
        }
    }

    private static void takeIn(Ledger ledger, String content) {
        NewClaim claim = new NewClaim(
                ledger.claims().newId(),
                "sender",
                content,
                "professional-claim",
                "partner",
                "T",
                "PCN",
                ClaimState.READY,
                JsonNodeFactory.instance.objectNode(),
                JsonNodeFactory.instance.arrayNode());
        ledger.claims().insert(claim, ClaimEvent.own(Instant.EPOCH, ClaimState.READY, "TAKEN_IN", null, "taken in"));
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static int claims(Connection h2) {
        try (Statement statement = h2.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from claim")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MVStore store(Connection h2) throws SQLException {
        SessionLocal session = (SessionLocal) h2.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
