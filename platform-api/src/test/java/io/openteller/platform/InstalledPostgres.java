package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.local.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * A PostgreSQL that was installed on this machine, with all its programs: the one in the build comes without those that copy. Each
 * runs on a folder of its own. The copying programs are of the same version as the server, as they have to be.
 */
final class InstalledPostgres implements RestoreDrill.Server {

    private static final String PASSWORD = "of-this-drill";
    private static final String BACKUP = "openteller_backup";
    private static final List<String> PROGRAMS =
            List.of("postgres", "initdb", "pg_basebackup", "pg_verifybackup", "pg_dump", "pg_restore");

    private final Path programs;
    private final int port;
    private final Process server;

    private InstalledPostgres(Path programs, int port, Process server) {
        this.programs = programs;
        this.port = port;
        this.server = server;
    }

    /** The newest that has all that is needed: where packages of Linux put them, or on the path. */
    static Optional<Path> programs() {
        return Stream.concat(versions("/usr/lib/postgresql"), Arrays.stream(System.getenv("PATH").split(":")).map(Path::of))
                .filter(folder -> PROGRAMS.stream().allMatch(one -> Files.isExecutable(folder.resolve(one))))
                .findFirst();
    }

    private static Stream<Path> versions(String folder) {
        try (Stream<Path> found = Files.list(Path.of(folder))) {
            return found
                    .filter(one -> one.getFileName().toString().matches("\\d+"))
                    .sorted(Comparator.comparingInt((Path one) -> Integer.parseInt(one.getFileName().toString()))
                            .reversed())
                    .map(one -> one.resolve("bin"))
                    .toList()
                    .stream();
        } catch (IOException none) {
            return Stream.empty();
        }
    }

    /** An empty server with the platform's roles, and one for backups. */
    static InstalledPostgres fresh(Path programs, Path folder) throws Exception {
        Path password = folder.resolveSibling(folder.getFileName() + ".password");
        Files.writeString(password, PASSWORD);
        List<String> initdb = asNobody(programs, "initdb");
        initdb.addAll(List.of("-D", folder.toString(), "-U", "postgres", "--pwfile", password.toString()));
        initdb.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"));
        run(initdb, folder.resolveSibling(folder.getFileName() + ".initdb.log"));
        InstalledPostgres started = on(programs, folder);
        try (Handle sql = started.superuser("postgres").open()) {
            for (String role : List.of(LocalPostgres.OWNER, LocalPostgres.APPLICATION)) {
                sql.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + PASSWORD + "'");
            }
            sql.execute("CREATE ROLE " + BACKUP + " LOGIN REPLICATION PASSWORD '" + PASSWORD + "'");
            sql.execute("CREATE DATABASE openteller OWNER " + LocalPostgres.OWNER);
        }
        return started;
    }

    /** On the files of another. */
    static InstalledPostgres on(Path programs, Path folder) throws Exception {
        int port = TestPorts.noClients();
        List<String> line = asNobody(programs, "postgres");
        line.addAll(List.of("-D", folder.toString(), "-p", Integer.toString(port)));
        line.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        Process server = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        InstalledPostgres started = new InstalledPostgres(programs, port, server);
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!started.answers()) {
            assertThat(server.isAlive() && System.nanoTime() < end).as(() -> read(log)).isTrue();
            Thread.sleep(50);
        }
        return started;
    }

    /** Which it is, by its own words. */
    String version() {
        return superuser("postgres").withHandle(sql -> sql.createQuery("SHOW server_version").mapTo(String.class).one());
    }

    void baseBackup(Path to) throws Exception {
        Path log = to.resolveSibling("basebackup.log");
        assertThat(tool(log, BACKUP, "pg_basebackup", "-D", to.toString(), "-X", "stream", "-c", "fast")).as(() -> read(log)).isZero();
        // What it copied is what the server had, by the sums that it wrote down.
        run(List.of(programs.resolve("pg_verifybackup").toString(), to.toString()), to.resolveSibling("verifybackup.log"));
    }

    /** @return its exit status */
    int dump(Path to, String role) throws Exception {
        return tool(to.resolveSibling("dump.log"), role, "pg_dump", "-Fc", "-f", to.toString(), "openteller");
    }

    void restore(Path dump) throws Exception {
        Path log = dump.resolveSibling("restore.log");
        assertThat(tool(log, "postgres", "pg_restore", "--exit-on-error", "-d", "openteller", dump.toString()))
                .as(() -> read(log))
                .isZero();
    }

    private int tool(Path log, String role, String program, String... arguments) throws Exception {
        List<String> line = new ArrayList<>();
        line.add(programs.resolve(program).toString());
        line.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(port), "-U", role));
        line.addAll(List.of(arguments));
        return exit(line, log);
    }

    private static void run(List<String> line, Path log) throws Exception {
        assertThat(exit(line, log)).as(() -> read(log)).isZero();
    }

    private static int exit(List<String> line, Path log) throws Exception {
        ProcessBuilder program = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
        program.environment().put("PGPASSWORD", PASSWORD);
        Process process = program.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(line.getFirst() + " ends").isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it has none of root's rights. */
    private static List<String> asNobody(Path programs, String program) {
        List<String> line = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            line.addAll(List.of("unshare", "--user"));
        }
        line.add(programs.resolve(program).toString());
        return line;
    }

    private boolean answers() {
        try {
            return !version().isEmpty();
        } catch (JdbiException notYet) {
            return false;
        }
    }

    private Jdbi superuser(String database) {
        return Jdbi.create("jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", PASSWORD);
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/openteller";
    }

    @Override
    public String ownerPassword() {
        return PASSWORD;
    }

    @Override
    public String applicationPassword() {
        return PASSWORD;
    }

    @Override
    public void stop() {
        try {
            // The fast way: sessions are cut, everything is written out.
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).as("PostgreSQL ends").isTrue();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            server.destroyForcibly();
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
