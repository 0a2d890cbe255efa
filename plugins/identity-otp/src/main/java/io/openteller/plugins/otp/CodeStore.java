package io.openteller.plugins.otp;

import io.openteller.spi.CallContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
        pool = JdbcConnectionPool.create("jdbc:h2:file:" + file.toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE", "sa", "");
        try (Connection connection = pool.getConnection();
                PreparedStatement create = connection.prepareStatement("""
                        CREATE TABLE IF NOT EXISTS challenge (id VARCHAR PRIMARY KEY, customer VARCHAR NOT NULL,
                            salt VARBINARY NOT NULL, hash VARBINARY NOT NULL, attempts_left INT NOT NULL,
                            expires_at TIMESTAMP WITH TIME ZONE NOT NULL, destination VARCHAR NOT NULL)
                        """)) {
            create.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException("the code store cannot be opened", failure);
        }
    }

    static CodeStore of(CallContext context) {
        String folder = context.setting("dataFolder");
        if (folder == null || folder.isBlank()) {
            throw new IllegalArgumentException("the setting dataFolder is missing");
        }
        return OPEN.computeIfAbsent(Path.of(folder, "identity-otp", context.bank()), CodeStore::new);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Challenge(byte[] salt, byte[] hash, int attemptsLeft, Instant expiresAt, String destination) {}

    /** Replaces every other challenge of the customer: only the newest code counts. */
    void put(String id, String customer, Challenge challenge) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement delete =
                            connection.prepareStatement("DELETE FROM challenge WHERE customer = ? OR expires_at < ?");
                    PreparedStatement insert =
                            connection.prepareStatement("INSERT INTO challenge VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                delete.setString(1, customer);
                delete.setTimestamp(2, Timestamp.from(Instant.now().minusSeconds(3600)));
                delete.executeUpdate();
                insert.setString(1, id);
                insert.setString(2, customer);
                insert.setBytes(3, challenge.salt());
                insert.setBytes(4, challenge.hash());
                insert.setInt(5, challenge.attemptsLeft());
                insert.setTimestamp(6, Timestamp.from(challenge.expiresAt()));
                insert.setString(7, challenge.destination());
                insert.executeUpdate();
                connection.commit();
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
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

    private boolean change(String sql, String id) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            return statement.executeUpdate() == 1;
        }
    }
}
