package org.claimgate.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections of the pool; when there are none to be had, the failure is ours and says that the database is away. */
final class Connections extends DelegatingDataSource {

    Connections(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() {
        try {
            return super.getConnection();
        } catch (SQLException e) {
            throw Translator.unavailable(e);
        }
    }
}
