package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.local.LocalPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill, by PostgreSQL's own way of copying files, which needs no programs beside the server. */
class RestoreIT {

    /** What a copy must not bring along: it belongs to the server that runs. */
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "pg_replslot", "pg_stat_tmp");

    @TempDir
    Path folder;

    @Test
    void a_copy_of_a_live_database_is_restored_and_everything_goes_on_where_it_was() throws Exception {
        Path live = folder.resolve("live");
        Path restored = folder.resolve("restored");
        LocalPostgres first = LocalPostgres.start(live);
        new RestoreDrill(folder).run(new Own(first), () -> copy(first, live, restored), () -> {
            assertThat(Files.exists(live.resolve("postgres/postmaster.pid"))).as("the first server is gone").isFalse();
            return new Own(LocalPostgres.start(restored));
        });
    }

    private record Own(LocalPostgres server) implements RestoreDrill.Server {

        @Override
        public String url() {
            return server.url();
        }

        @Override
        public String ownerPassword() {
            return server.ownerPassword();
        }

        @Override
        public String applicationPassword() {
            return server.applicationPassword();
        }

        @Override
        public void stop() {
            server.stop();
        }
    }

    /** What pg_basebackup does: begin, copy every file as it is, end; the log of that time makes it whole. */
    private static Path copy(LocalPostgres server, Path from, Path to) throws Exception {
        Path data = from.resolve("postgres");
        Path target = to.resolve("postgres");
        Files.createDirectories(to);
        Files.copy(from.resolve("secrets.properties"), to.resolve("secrets.properties"));
        Properties secrets = new Properties();
        try (var reader = Files.newBufferedReader(from.resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
        try (Handle sql = Jdbi.create(url, "postgres", secrets.getProperty("postgres")).open()) {
            sql.createQuery("SELECT pg_backup_start('drill', true)::text").mapTo(String.class).one();
            tree(data, target, false);
            String label = sql.createQuery("SELECT labelfile FROM pg_backup_stop(false)").mapTo(String.class).one();
            Files.writeString(target.resolve("backup_label"), label);
            sql.createQuery("SELECT pg_switch_wal()::text").mapTo(String.class).one();
            tree(data.resolve("pg_wal"), target.resolve("pg_wal"), true);
        }
        Files.createDirectories(target.resolve("pg_replslot"));
        Files.createDirectories(target.resolve("pg_stat_tmp"));
        owned(data, target);
        return to;
    }

    /** Files may go, grow and change while they are copied: the log tells what they became. */
    private static void tree(Path from, Path to, boolean log) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes kept) throws IOException {
                if (NOT_COPIED.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                Files.setPosixFilePermissions(to.resolve(from.relativize(folder)), PosixFilePermissions.fromString("rwx------"));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes kept) throws IOException {
                boolean ofLog = !log && from.relativize(file).startsWith("pg_wal");
                if (!ofLog && !NOT_COPIED.contains(file.getFileName().toString())) {
                    try {
                        Files.copy(
                                file,
                                to.resolve(from.relativize(file)),
                                StandardCopyOption.REPLACE_EXISTING,
                                StandardCopyOption.COPY_ATTRIBUTES);
                    } catch (NoSuchFileException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A server never runs as root: its files belong to whom those of the first belong to. */
    private static void owned(Path like, Path target) throws IOException {
        var owner = Files.getOwner(like);
        try (var files = Files.walk(target)) {
            for (Path file : files.toList()) {
                Files.setOwner(file, owner);
            }
        }
    }
}
