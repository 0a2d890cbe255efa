package io.openteller.platform.workflow.internal.runs;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.Database;
import io.openteller.platform.plugin.BuiltPlugins;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The platform with a bank of folders, and with nothing that goes on by itself. */
final class RunPlatform {

    private RunPlatform() {}

    static Path newFolder() {
        return Path.of("target", "platforms", UUID.randomUUID().toString()).toAbsolutePath();
    }

    static ApplicationContext start(Path folder) {
        return start(folder, Database.url());
    }

    /** With the built sandbox instead of the folders. */
    static ApplicationContext sandboxed(Path folder) throws IOException {
        BuiltPlugins.copiedTo(folder.resolve("plugins"), "banking-sandbox");
        Map<String, Object> settings = new HashMap<>(settings(folder, Database.url()));
        settings.remove("openteller.test.folder-bank");
        return ApplicationContext.run(settings);
    }

    /** With the shipped procedures, and the plugins that stand in the folder. */
    static ApplicationContext shipped(Path folder, String url) {
        Map<String, Object> settings = new HashMap<>(settings(folder, url));
        settings.remove("openteller.test.folder-bank");
        settings.put("openteller.test.given-procedures", "shipped");
        return ApplicationContext.run(settings);
    }

    /** A bank whose systems are the sandbox. */
    static Tenant sandboxBank(ApplicationContext platform, Path folder) {
        String slug = "s" + UUID.randomUUID().toString().substring(0, 12);
        Tenant bank = platform.getBean(Tenants.class).register(new TenantSlug(slug), slug, "INR");
        CurrentTenant.run(bank, () -> {
            Installations installations = platform.getBean(Installations.class);
            installations.configure(
                    "banking-sandbox", Map.of("dataset", "meridian", "dataFolder", folder.toString(), "outage", false), "test");
            installations.enable("banking-sandbox", true, "test");
        });
        return bank;
    }

    static ApplicationContext start(Path folder, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(settings(folder, Database.url()));
        settings.putAll(more);
        return ApplicationContext.run(settings);
    }

    static ApplicationContext start(Path folder, String url) {
        return ApplicationContext.run(settings(folder, url));
    }

    private static Map<String, Object> settings(Path folder, String url) {
        return Map.ofEntries(
                Map.entry("openteller.test.folder-bank", folder.resolve("bank").toString()),
                Map.entry("openteller.test.given-procedures", "true"),
                Map.entry("micronaut.server.port", "-1"),
                Map.entry("openteller.banking.loop", "false"),
                Map.entry("openteller.workflow.loop", "false"),
                Map.entry("openteller.turn.loop", "false"),
                Map.entry("openteller.sources.loop", "false"),
                Map.entry("openteller.data", folder.toString()),
                Map.entry("openteller.vault.key-file", folder.resolve("vault-key.json").toString()),
                Map.entry("openteller.plugins.folder", folder.resolve("plugins").toString()),
                Map.entry("datasources.default.minimum-idle", "1"),
                Map.entry("datasources.default.url", url),
                Map.entry("openteller.migration.url", url));
    }
}
