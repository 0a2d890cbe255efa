package io.openteller.plugins.sandbox;

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/** One bank's store: a database file that is filled from the data set when it is new. */
final class Store {

    private static final Map<Path, CompletableFuture<Store>> OPEN = new ConcurrentHashMap<>();

    private final JdbcConnectionPool pool;
    private final Dataset dataset;
    private final Path file;
    private final List<Journal> journals;

    /** Held by whoever changes the books, until the change is in the journals too. */
    private final ReentrantLock turn = new ReentrantLock();

    private Store(Path file, Dataset dataset) {
        this.dataset = dataset;
        this.file = file;
        folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        this.journals = Ledger.journals(file, dataset.currency());
        // "async" survives the interruption of a call that took too long; no write delay: what was promised is on disk.
        // A small cache (in KB): many banks' stores may be open in one process, and none of them is large.
        this.pool = JdbcConnectionPool.create(
                "jdbc:h2:async:" + file.toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;CACHE_SIZE=512", "sa", "");
        new Filling(this).fillIfNew(Clock.systemUTC());
        inTurn(connection -> Outcome.done(true, Instant.now()));
    }

    /** Made here: two stores that are opened at once stop each other over a folder that neither of them finds. */
    private static void folder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /**
     * The store is opened, and filled when it is new, on a thread of its own: a caller that gives up does not stop it, and
     * the next one finds it done.
     *
     * @throws IllegalArgumentException if there is no such data set
     */
    static Store of(SandboxSettings settings, String bank) throws InterruptedException {
        Path file = Path.of(settings.dataFolder(), "banking-sandbox", bank + "-" + settings.dataset());
        CompletableFuture<Store> opening = OPEN.computeIfAbsent(
                file, path -> CompletableFuture.supplyAsync(() -> new Store(path, Dataset.named(settings.dataset()))));
        try {
            return opening.get();
        } catch (ExecutionException failure) {
            OPEN.remove(file, opening);
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    /** Closes every store; the next call opens its own again. */
    static void closeAll() {
        OPEN.values().removeIf(opening -> {
            if (opening.isDone() && !opening.isCompletedExceptionally()) {
                opening.join().close();
            }
            return true;
        });
    }

    /** The fault that is switched on for that operation at this moment. */
    Faults.Fault fault(CallContext context, String operation) {
        Path control = file.resolveSibling(file.getFileName() + ".faults.json");
        return Faults.of(control, SandboxSettings.SPEC.read(context), operation);
    }

    private void close() {
        try (Connection connection = pool.getConnection()) {
            update(connection, "SHUTDOWN");
        } catch (SQLException failure) {
            throw new StoreFailure(failure);
        }
        pool.dispose();
    }

    boolean knows(String customerRef) {
        return dataset.customers().stream().anyMatch(one -> one.ref().equals(customerRef));
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

    /** The same, for what changes the books: one at a time, and in the journals when it is done. */
    <T> Outcome<T> inTurn(Work<Outcome<T>> work) {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Outcome.unavailable("the sandbox had no time to answer");
        }
        try {
            List<Journal.Lines> lines = new ArrayList<>();
            Outcome<T> outcome = inTransaction(connection -> {
                Outcome<T> result = work.run(connection);
                for (Journal journal : journals) {
                    lines.add(journal.lacking(connection));
                }
                return result;
            });
            for (int i = 0; i < lines.size(); i++) {
                journals.get(i).add(lines.get(i));
            }
            return outcome;
        } finally {
            turn.unlock();
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
