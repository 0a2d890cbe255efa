package io.openteller.bench.processes;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Plain SQL beside the platform: it must not be its own witness. */
public record Database(String url, String user, String password) {

    /** Makes something of one row. */
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** One connection that sees one bank's rows; row security holds for it as for the platform. */
    public static final class Of implements AutoCloseable {

        private final Connection connection;

        private Of(Connection connection) {
            this.connection = connection;
        }

        public <T> List<T> all(String query, Row<T> reader) {
            List<T> found = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(query);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.of(rows));
                }
                return found;
            } catch (SQLException failure) {
                throw new IllegalStateException(query, failure);
            }
        }

        public void change(String statement, Object... arguments) {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                for (int i = 0; i < arguments.length; i++) {
                    prepared.setObject(i + 1, arguments[i]);
                }
                prepared.executeUpdate();
            } catch (SQLException failure) {
                throw new IllegalStateException(statement, failure);
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException gone) {
                // It served.
            }
        }
    }

    public Of of(UUID bank) {
        try {
            Of of = new Of(DriverManager.getConnection(url, user, password));
            of.all("SELECT set_config('app.tenant', '" + bank + "', false)", row -> row.getString(1));
            return of;
        } catch (SQLException failure) {
            throw new IllegalStateException("the database does not answer", failure);
        }
    }
}
