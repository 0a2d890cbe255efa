package io.openteller.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The files of one PostgreSQL: made aside and moved into place when whole, so `postgres` is a whole cluster or none. */
final class PostgresCluster {

    private static final String MAJOR = "18";
    private final DataFolder data;
    private final Path folder;

    PostgresCluster(DataFolder data) {
        this.data = data;
        this.folder = data.root().resolve("postgres");
    }

    boolean exists() {
        return Files.exists(folder);
    }

    /** @throws CannotStart when files of a database are there that cannot be one; nothing is changed */
    void refuseHalf() {
        if (!exists()) {
            return;
        }
        for (String needed : List.of("PG_VERSION", "global/pg_control", "postgresql.conf", "pg_wal", "base")) {
            if (!Files.exists(folder.resolve(needed))) {
                throw new CannotStart("the database in " + folder + " is incomplete (" + needed
                        + " is missing). Nothing was changed. Restore the folder from a copy, or move " + data.root()
                        + " away to begin anew, or choose another with --data");
            }
        }
        try {
            String version = Files.readString(folder.resolve("PG_VERSION")).strip();
            if (!version.equals(MAJOR)) {
                throw new CannotStart("the database in " + folder + " was written by PostgreSQL " + version + ", this is "
                        + MAJOR + ". Nothing was changed. Choose another folder with --data");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void create() {
        Path fresh = data.root().resolve("postgres.unfinished");
        Path password = data.run().resolve("initdb-password");
        try {
            // What an interrupted first set-up left: no server ever ran on it.
            Home.delete(fresh);
            Files.deleteIfExists(password);
            Files.createFile(password, DataFolder.PRIVATE);
            Files.writeString(password, data.secret("postgres"));
            List<String> line = asNobody();
            line.add(PostgresBinaries.folder().resolve("bin/initdb").toString());
            line.addAll(List.of("-D", fresh.toString(), "-U", "postgres", "--pwfile", password.toString()));
            line.addAll(List.of("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"));
            line.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
            Tools.run("creating the database", line, Map.of());
            Files.move(fresh, folder);
            Files.deleteIfExists(password);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<String> server(int port) {
        List<String> line = asNobody();
        line.add(PostgresBinaries.folder().resolve("bin/postgres").toString());
        line.addAll(List.of("-D", folder.toString(), "-p", Integer.toString(port)));
        line.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        line.addAll(List.of("-c", "max_connections=100", "-c", "shared_buffers=128MB"));
        return line;
    }

    /**
     * After a crash the lock file names a process id that a stranger may have by now, and PostgreSQL would refuse to start
     * for ever. The file goes when that process is no PostgreSQL on this folder.
     */
    void forgetDeadServer() {
        Path lock = folder.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
            boolean ours = ProcessHandle.of(pid)
                    .flatMap(found -> found.info().commandLine())
                    .map(line -> line.contains(folder.toString()))
                    .orElse(false);
            if (ours) {
                throw new CannotStart("another PostgreSQL (process " + pid + ") runs on " + folder + "; stop it first");
            }
            Files.deleteIfExists(lock);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it has none of root's rights. */
    private static List<String> asNobody() {
        List<String> line = new ArrayList<>();
        if (Tools.root()) {
            if (!Tools.has("unshare")) {
                throw new CannotStart("PostgreSQL does not run as root: install util-linux (unshare) or use another user");
            }
            line.add("unshare");
            line.add("--user");
        }
        return line;
    }
}
