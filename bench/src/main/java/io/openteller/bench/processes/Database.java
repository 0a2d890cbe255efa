package io.openteller.bench.processes;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Plain SQL beside the platform: it must not be its own witness. */
public record Database(String url, String user, String password) {

    /** Makes something of one row. */
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** What is done over one connection. */
    public interface Work {
        void on(Connection connection) throws SQLException;
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

        /** From now on it sees another bank's rows. */
        public Of now(UUID bank) {
            all("SELECT set_config('app.tenant', '" + bank + "', false)", row -> row.getString(1));
            return this;
        }

        public Connection connection() {
            return connection;
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
            return new Of(DriverManager.getConnection(url, user, password)).now(bank);
        } catch (SQLException failure) {
            throw new IllegalStateException("the database does not answer", failure);
        }
    }

    /**
     * Changes rows of many banks in one transaction, as the tables' owner: until it ends row security does not hold for the owner,
     * and everybody else waits for these tables.
     */
    public void acrossBanks(Collection<String> tables, Work work) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String table : tables) {
                sql.execute("ALTER TABLE " + table + " NO FORCE ROW LEVEL SECURITY");
            }
            work.on(connection);
            for (String table : tables) {
                sql.execute("ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY");
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException("rows of many banks were not changed", failure);
        }
    }
}
