package io.openteller.bench.turns;

import io.openteller.bench.processes.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How many turns a second the same PostgreSQL keeps when it does nothing but their statements. */
final class DatabaseLimit {

    private static final int CLIENTS = 16;
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern SET = Pattern.compile("\\\\set.*");

    private DatabaseLimit() {}

    /** @param by which program asked: {@code pgbench} or {@code jdbc} */
    record Measured(double perSecond, String by) {}

    static Measured measure(Database owner, Database application, int seconds) {
        try (Connection connection = connect(owner);
                Statement sql = connection.createStatement()) {
            sql.execute(resource("limit-schema.sql"));
        } catch (SQLException failure) {
            throw new IllegalStateException("the limit's tables cannot be made", failure);
        }
        Optional<Path> pgbench = pgbench();
        return pgbench.isPresent()
                ? new Measured(pgbench(pgbench.get(), application, seconds), "pgbench")
                : new Measured(jdbc(application, seconds), "jdbc");
    }

    private static Optional<Path> pgbench() {
        Path debian = Path.of("/usr/lib/postgresql");
        try (Stream<Path> versions = Files.isDirectory(debian) ? Files.list(debian) : Stream.empty()) {
            Stream<Path> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                    .filter(folder -> !folder.isEmpty())
                    .map(folder -> Path.of(folder, "pgbench"));
            // Debian's wrapper on the PATH asks for a cluster of its own; the program itself does not.
            return Stream.concat(versions.map(version -> version.resolve("bin/pgbench")), path)
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static double pgbench(Path program, Database application, int seconds) {
        URI address = URI.create(application.url().substring("jdbc:".length()));
        try {
            Path script = Files.createTempFile("turn", ".sql");
            Files.writeString(script, resource("limit-turn.sql"));
            ProcessBuilder builder = new ProcessBuilder(
                            program.toString(), "-n", "-M", "prepared", "-f", script.toString(), "-c", "" + CLIENTS,
                            "-j", "" + Math.max(1, Runtime.getRuntime().availableProcessors()), "-T", "" + seconds,
                            "-h", address.getHost(), "-p", "" + address.getPort(), "-U", application.user(),
                            address.getPath().substring(1))
                    .redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", application.password());
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            Files.delete(script);
            Matcher tps = TPS.matcher(said);
            if (!tps.find()) {
                throw new IllegalStateException("pgbench measured nothing: " + said);
            }
            return Double.parseDouble(tps.group(1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the database was measured", stop);
        }
    }

    /** The same statements by prepared JDBC, where there is no pgbench. */
    private static double jdbc(Database application, int seconds) {
        List<String> script = resource("limit-turn.sql").lines()
                .filter(line -> !SET.matcher(line).matches() && !line.startsWith("--"))
                .toList();
        AtomicLong turns = new AtomicLong();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(Thread.ofPlatform().start(() -> {
                try (Connection connection = connect(application)) {
                    List<Bound> statements = new ArrayList<>();
                    for (String line : script) {
                        statements.add(Bound.of(connection, line));
                    }
                    while (System.nanoTime() < end) {
                        int conversation = ThreadLocalRandom.current().nextInt(1, 100_001);
                        long turn = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
                        for (Bound statement : statements) {
                            statement.run(conversation, turn);
                        }
                        turns.incrementAndGet();
                    }
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                }
            }));
        }
        clients.forEach(DatabaseLimit::join);
        return turns.get() / (double) seconds;
    }

    private record Bound(PreparedStatement statement, List<String> names) {

        private static final Pattern NAME = Pattern.compile("(?<!:):(conversation|tenant|turn)");

        static Bound of(Connection connection, String line) throws SQLException {
            List<String> names = NAME.matcher(line).results().map(found -> found.group(1)).toList();
            return new Bound(connection.prepareStatement(NAME.matcher(line).replaceAll("?")), names);
        }

        void run(int conversation, long turn) throws SQLException {
            for (int i = 0; i < names.size(); i++) {
                switch (names.get(i)) {
                    case "conversation" -> statement.setInt(i + 1, conversation);
                    case "tenant" -> statement.setInt(i + 1, conversation % 50);
                    default -> statement.setLong(i + 1, turn);
                }
            }
            statement.execute();
        }
    }

    private static void join(Thread one) {
        try {
            one.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static String resource(String name) {
        try (InputStream content = DatabaseLimit.class.getResourceAsStream("/turns/" + name)) {
            return new String(Objects.requireNonNull(content, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
