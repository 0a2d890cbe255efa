package io.openteller.platform;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The platform as in production, on the test run's database, in folders of its own. */
final class TestPlatform {

    private TestPlatform() {}

    /** @param more settings of this start; they win */
    static EmbeddedServer start(Map<String, Object> more) {
        return ApplicationContext.run(EmbeddedServer.class, settings(more));
    }

    static Map<String, Object> settings(Map<String, Object> more) {
        return settings(Database.url(), more);
    }

    static Map<String, Object> settings(String databaseUrl, Map<String, Object> more) {
        Path folder = Path.of("target", "platforms", UUID.randomUUID().toString()).toAbsolutePath();
        // Files and sites of one test would be taken by the platform of another: whoever reads them says so.
        // And each test has banks of its own: together they are more than have labels in figures.
        Map<String, Object> settings = new HashMap<>(Map.of(
                "openteller.metrics.banks", "100000",
                "openteller.sources.loop", "false",
                "openteller.plugins.private-hosts", "localhost",
                "micronaut.server.port", "-1",
                "datasources.default.url", databaseUrl,
                "datasources.default.minimum-idle", "1",
                "openteller.migration.url", databaseUrl,
                "openteller.data", folder.toString(),
                "openteller.vault.key-file", folder.resolve("vault-key.json").toString(),
                "openteller.plugins.folder", folder.resolve("plugins").toString()));
        settings.putAll(more);
        return settings;
    }
}
