package org.claimgate.flow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.claimgate.ledger.Ledger;
import org.flywaydb.core.Flyway;

/**
 * Ledgers as releases left them: the tables of that version, with rows of it. The first four versions had other texts when they were released.
 */
final class ReleasedLedgers {

    static final int LAST = 7;

    private static final String FOLDER = "org/claimgate/ledger/released";
    private static final int LAST_OF_OTHER_TEXT = 4;

    private ReleasedLedgers() {}

    /** Makes the ledger of a version in an empty database. It has lived through the versions before. */
    static void make(int version, String url, String user, String password) throws SQLException, IOException {
        for (int step = 1; step <= version; step++) {
            boolean asReleased = version <= LAST_OF_OTHER_TEXT;
            Flyway.configure()
                    .dataSource(url, user, password)
                    .locations("classpath:" + (asReleased ? FOLDER : "db/migration"))
                    .target(String.valueOf(step))
                    .load()
                    .migrate();
            try (Connection connection = DriverManager.getConnection(url, user, password);
                    Statement statement = connection.createStatement()) {
                for (String row : rows(step).split(";\n")) {
                    statement.execute(url.startsWith("jdbc:h2:") ? row : row.replaceAll("X'([0-9a-f]*)'", "'\\\\x$1'"));
                }
            }
        }
    }

    private static String rows(int version) throws IOException {
        try (InputStream in = Ledger.class.getResourceAsStream("released/rows" + version + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
