package io.openteller.bench.processes;

import io.openteller.local.LocalPostgres;
import io.openteller.local.LocalRedis;
import io.openteller.packages.Signing;
import io.openteller.packages.SigningKey;
import io.openteller.packages.Trees;
import io.openteller.packages.TrustFolder;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.VerifiedPackage.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a platform needs around it: PostgreSQL, Redis, and a folder with plugins as an operator would put them there. Everything
 * is stopped and removed in the end.
 */
public final class Machine implements AutoCloseable {

    private final Path folder;
    private LocalPostgres postgres;
    private LocalRedis redis;
    private boolean closed;

    private Machine(Path folder, LocalPostgres postgres, LocalRedis redis) {
        this.folder = folder;
        this.postgres = postgres;
        this.redis = redis;
        // Whoever ends the bench early leaves no servers behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Changes a plugin's package before it is signed. */
    public interface Change {
        void to(Path zip) throws IOException;
    }

    /** @param plugins names of plugins that the build of this repository left, to be used as they are */
    public static Machine start(List<String> plugins) {
        return start(plugins.stream().collect(Collectors.toMap(plugin -> plugin, plugin -> zip -> {})));
    }

    /** @param plugins names of plugins that the build of this repository left, and what is changed in them */
    public static Machine start(Map<String, Change> plugins) {
        try {
            Path folder = Files.createTempDirectory("openteller-machine");
            // A key of its own, trusted as the platform's own: what it signs runs inside the platform.
            SigningKey key = SigningKey.generate();
            new TrustFolder(folder.resolve("trust")).put(TrustedKey.of(key, "Bench", Trust.PLATFORM));
            Path kept = Files.createDirectory(folder.resolve("plugins"));
            for (Map.Entry<String, Change> plugin : plugins.entrySet()) {
                Path zip = Files.copy(BuiltPlugin.zip(plugin.getKey()), kept.resolve(plugin.getKey() + ".zip"));
                plugin.getValue().to(zip);
                Signing.sign(zip, key, zip);
            }
            LocalPostgres postgres = LocalPostgres.start(folder.resolve("services"));
            return new Machine(folder, postgres, LocalRedis.start(folder.resolve("services")));
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /**
     * Brings one more plugin, to be there from a platform's next start on.
     *
     * @param zip not signed yet
     * @param trust how far its publisher's key is trusted, which signs nothing else
     */
    public void bring(String name, byte[] zip, Trust trust) {
        try {
            SigningKey key = SigningKey.generate();
            new TrustFolder(folder.resolve("trust")).put(TrustedKey.of(key, "Publisher of " + name, trust));
            Path file = Files.write(folder.resolve("plugins").resolve(name + ".zip"), zip);
            Signing.sign(file, key, file);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** Where plugins keep what is theirs. */
    public Path books() {
        return folder.resolve("books");
    }

    /** The signed package. */
    public Path plugin(String name) {
        return folder.resolve("plugins").resolve(name + ".zip");
    }

    Path logs() {
        return folder;
    }

    /** Cuts every session and writes nothing out, as a crash would. */
    public synchronized void stopPostgresImmediately() {
        postgres.stopImmediately();
    }

    /** Returns when it has recovered. */
    public synchronized void startPostgres() {
        postgres = LocalPostgres.start(folder.resolve("services"));
    }

    public synchronized void killRedis() {
        redis.kill();
    }

    /** At the same address, with nothing in it. */
    public synchronized void startRedis() {
        redis = LocalRedis.start(folder.resolve("services"));
    }

    public synchronized LocalRedis redis() {
        return redis;
    }

    /** A folder that goes when all goes. */
    public Path folder(String name) {
        return folder.resolve(name);
    }

    /** As the platform comes to it: a query sees one bank's rows after its id was set as {@code app.tenant}. */
    public Database database() {
        return new Database(postgres.url(), LocalPostgres.APPLICATION, postgres.applicationPassword());
    }

    /** As migrations come to it. It may do more, and it sees what is open of all banks: nothing to count one bank's rows with. */
    public Database asOwner() {
        return new Database(postgres.url(), LocalPostgres.OWNER, postgres.ownerPassword());
    }

    /** For a platform inside this process that sets something up, and works off nothing. */
    public Map<String, Object> quiet() {
        return Map.ofEntries(
                Map.entry("micronaut.server.port", "-1"),
                Map.entry("openteller.data", folder.resolve("platform").toString()),
                Map.entry("openteller.plugins.folder", folder.resolve("plugins").toString()),
                Map.entry("openteller.plugins.private-hosts", "localhost,127.0.0.0/8"),
                Map.entry("openteller.turn.loop", "false"),
                Map.entry("openteller.workflow.loop", "false"),
                Map.entry("openteller.banking.loop", "false"),
                Map.entry("openteller.relay.loop", "false"),
                Map.entry("openteller.sources.loop", "false"),
                Map.entry("datasources.default.url", postgres.url()),
                Map.entry("datasources.default.password", postgres.applicationPassword()),
                Map.entry("openteller.migration.url", postgres.url()),
                Map.entry("openteller.migration.password", postgres.ownerPassword()));
    }

    /** As {@code ./openteller up} tells a platform where everything is. Staff sign-in is not there: nobody signs in. */
    Map<String, String> environment(int port) {
        Map<String, String> told = new TreeMap<>();
        told.put("OPENTELLER_PORT", "" + port);
        told.put("OPENTELLER_PUBLIC_URL", "http://localhost:" + port);
        told.put("OPENTELLER_DATA", folder.resolve("platform").toString());
        told.put("OPENTELLER_PLUGINS", folder.resolve("plugins").toString());
        told.put("OPENTELLER_PLUGINS_PRIVATE_HOSTS", "localhost,127.0.0.0/8");
        told.put("OPENTELLER_DB_URL", postgres.url());
        told.put("OPENTELLER_DB_USER", LocalPostgres.APPLICATION);
        told.put("OPENTELLER_DB_PASSWORD", postgres.applicationPassword());
        told.put("OPENTELLER_DB_OWNER", LocalPostgres.OWNER);
        told.put("OPENTELLER_DB_OWNER_PASSWORD", postgres.ownerPassword());
        told.put("OPENTELLER_REDIS_URL", redis.url());
        told.put("OPENTELLER_KEYCLOAK_URL", "http://127.0.0.1:9");
        told.put("OPENTELLER_LOG_LEVEL", System.getenv().getOrDefault("OPENTELLER_LOG_LEVEL", "INFO"));
        told.put("MICRONAUT_SERVER_HOST", "127.0.0.1");
        return told;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        redis.stop();
        postgres.stop();
        try {
            Trees.delete(folder);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
