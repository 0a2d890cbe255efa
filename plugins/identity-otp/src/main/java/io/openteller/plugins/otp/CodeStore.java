package io.openteller.plugins.otp;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.jdbcx.JdbcConnectionPool;

/** The challenges of one bank, on disk. */
final class CodeStore {

    private static final Map<Path, CodeStore> OPEN = new ConcurrentHashMap<>();

    private final JdbcConnectionPool pool;

    private CodeStore(Path file) {
        // "async" survives the interruption of a call that took too long; no write delay: what was promised is on disk.
        pool = JdbcConnectionPool.create(
                "jdbc:h2:async:" + file.toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0", "sa", "");
        try (Connection connection = pool.getConnection();
                Statement create = connection.createStatement()) {
            create.execute("""
                    CREATE TABLE IF NOT EXISTS challenge (id VARCHAR PRIMARY KEY, customer VARCHAR NOT NULL,
                        salt VARBINARY NOT NULL, hash VARBINARY NOT NULL, attempts_left INT NOT NULL,
                        expires_at TIMESTAMP WITH TIME ZONE NOT NULL, destination VARCHAR NOT NULL)
                    """);
            create.execute("""
                    CREATE TABLE IF NOT EXISTS sending (challenge VARCHAR PRIMARY KEY, customer VARCHAR NOT NULL,
                        at TIMESTAMP WITH TIME ZONE NOT NULL)
                    """);
            create.execute("""
                    CREATE TABLE IF NOT EXISTS checked (call VARCHAR PRIMARY KEY, asked VARBINARY NOT NULL,
                        word VARCHAR NOT NULL, attempts_left INT NOT NULL, at TIMESTAMP WITH TIME ZONE NOT NULL)
                    """);
        } catch (SQLException failure) {
            throw new IllegalStateException("the code store cannot be opened", failure);
        }
    }

    static CodeStore of(OtpSettings settings, String bank) {
        return OPEN.computeIfAbsent(Path.of(settings.dataFolder(), "identity-otp", bank), CodeStore::new);
    }

    /** Closes every store; the next call opens its own again. */
    static void closeAll() {
        OPEN.values().removeIf(store -> {
            try (Connection connection = store.pool.getConnection();
                    Statement shutdown = connection.createStatement()) {
                shutdown.execute("SHUTDOWN");
            } catch (SQLException failure) {
                throw new IllegalStateException("the code store cannot be closed", failure);
            }
            store.pool.dispose();
            return true;
        });
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Challenge(byte[] salt, byte[] hash, int attemptsLeft, Instant expiresAt, String destination) {}

    /**
     * Replaces every other challenge of the customer: only the newest code counts. One at a time, so that many at once
     * cannot pass the limit together.
     *
     * @return false, and nothing changed, if the customer was sent {@code most} codes since {@code since}
     */
    synchronized boolean put(String id, String customer, Challenge challenge, Instant now, Instant since, int most)
            throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                update(connection, "DELETE FROM sending WHERE at < ?", Timestamp.from(since));
                if (count(connection, customer) >= most) {
                    connection.rollback();
                    return false;
                }
                update(connection, "INSERT INTO sending VALUES (?, ?, ?)", id, customer, Timestamp.from(now));
                update(connection, "DELETE FROM challenge WHERE customer = ? OR expires_at < ?", customer,
                        Timestamp.from(since));
                update(
                        connection,
                        "INSERT INTO challenge VALUES (?, ?, ?, ?, ?, ?, ?)",
                        id,
                        customer,
                        challenge.salt(),
                        challenge.hash(),
                        challenge.attemptsLeft(),
                        Timestamp.from(challenge.expiresAt()),
                        challenge.destination());
                connection.commit();
                return true;
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    /** As if it had never been put: its code did not get out. */
    void forget(String id) throws SQLException {
        change("DELETE FROM sending WHERE challenge = ?", id);
        change("DELETE FROM challenge WHERE id = ?", id);
    }

    private static int count(Connection connection, String customer) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT count(*) FROM sending WHERE customer = ?")) {
            select.setString(1, customer);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void update(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        }
    }

    Optional<Challenge> find(String id) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT * FROM challenge WHERE id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Challenge(
                                row.getBytes("salt"),
                                row.getBytes("hash"),
                                row.getInt("attempts_left"),
                                row.getTimestamp("expires_at").toInstant(),
                                row.getString("destination")))
                        : Optional.empty();
            }
        }
    }

    /** Takes one attempt away before the code is looked at, so that attempts at the same time cannot share one. */
    boolean takeAttempt(String id) throws SQLException {
        return change("UPDATE challenge SET attempts_left = attempts_left - 1 WHERE id = ? AND attempts_left > 0", id);
    }

    /** @return false if somebody else used it up at the same time */
    boolean remove(String id) throws SQLException {
        return change("DELETE FROM challenge WHERE id = ?", id);
    }

    /**
     * What a call came to.
     *
     * @param asked what it asked, so that nobody asks something else in its name
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Checked(byte[] asked, String word, int attemptsLeft) {}

    Optional<Checked> checked(String call) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT * FROM checked WHERE call = ?")) {
            select.setString(1, call);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Checked(row.getBytes("asked"), row.getString("word"), row.getInt("attempts_left")))
                        : Optional.empty();
            }
        }
    }

    void keep(String call, Checked checked, Instant now, Instant since) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            update(connection, "DELETE FROM checked WHERE at < ?", Timestamp.from(since));
            update(
                    connection,
                    "INSERT INTO checked VALUES (?, ?, ?, ?, ?)",
                    call,
                    checked.asked(),
                    checked.word(),
                    checked.attemptsLeft(),
                    Timestamp.from(now));
        }
    }

    private boolean change(String sql, String id) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            return statement.executeUpdate() == 1;
        }
    }
}
