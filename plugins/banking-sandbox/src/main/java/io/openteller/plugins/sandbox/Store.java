package io.openteller.plugins.sandbox;

import io.openteller.spi.CallContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/** One bank's store: a database file that is filled from the data set when it is new. */
final class Store {

    private static final Map<Path, Store> OPEN = new ConcurrentHashMap<>();

    private final JdbcConnectionPool pool;
    private final Dataset dataset;

    private Store(Path file, Dataset dataset) {
        this.dataset = dataset;
        this.pool = JdbcConnectionPool.create("jdbc:h2:file:" + file.toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE", "sa", "");
        new Filling(this).fillIfNew(Clock.systemUTC());
    }

    /** @throws IllegalArgumentException if a setting is missing or names no data set */
    static Store of(CallContext context) {
        String folder = required(context, "dataFolder");
        Dataset dataset = Dataset.named(required(context, "dataset"));
        Path file = Path.of(folder, "banking-sandbox", context.bank());
        return OPEN.computeIfAbsent(file, path -> new Store(path, dataset));
    }

    private static String required(CallContext context, String setting) {
        String value = context.setting(setting);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the setting " + setting + " is missing");
        }
        return value;
    }

    Dataset dataset() {
        return dataset;
    }

    String currency() {
        return dataset.currency();
    }

    /** Reads a row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Work in one transaction. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    <T> T inTransaction(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new StoreFailure(failure);
        }
    }

    static <T> List<T> query(Connection connection, Reader<T> reader, String sql, @Nullable Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    static int update(Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            statement.setObject(i + 1, argument instanceof Instant at ? java.sql.Timestamp.from(at) : argument);
        }
        return statement;
    }

    static final class StoreFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoreFailure(SQLException cause) {
            super(cause);
        }
    }
}
