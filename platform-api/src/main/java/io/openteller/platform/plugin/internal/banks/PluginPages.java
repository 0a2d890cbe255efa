package io.openteller.platform.plugin.internal.banks;

import io.openteller.packages.Manifest;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.plugin.internal.banks.PluginViews.CanDo;
import io.openteller.platform.plugin.internal.banks.PluginViews.Changes;
import io.openteller.platform.plugin.internal.banks.PluginViews.Failure;
import io.openteller.platform.plugin.internal.banks.PluginViews.Health;
import io.openteller.platform.plugin.internal.banks.PluginViews.Limits;
import io.openteller.platform.plugin.internal.banks.PluginViews.Pending;
import io.openteller.platform.plugin.internal.banks.PluginViews.Plugin;
import io.openteller.platform.plugin.internal.banks.PluginViews.Publisher;
import io.openteller.platform.plugin.internal.banks.PluginViews.Quarantine;
import io.openteller.platform.plugin.internal.banks.PluginViews.Resources;
import io.openteller.platform.plugin.internal.banks.PluginViews.Version;
import io.openteller.platform.plugin.internal.calls.Usage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what the console shows of plugins. */
@Singleton
class PluginPages {

    private final BankPlugins plugins;
    private final Usage usage;
    private final Settings settings;

    PluginPages(BankPlugins plugins, Usage usage, Settings settings) {
        this.plugins = plugins;
        this.usage = usage;
        this.settings = settings;
    }

    List<Plugin> all() {
        List<Plugin> all = new ArrayList<>();
        plugins.list().forEach(one -> all.add(page(one, null)));
        plugins.refused().forEach((file, why) -> all.add(Plugin.refused(file, why)));
        return all;
    }

    Plugin one(String id) {
        return page(plugins.get(id), errors(id));
    }

    private List<Failure> errors(String id) {
        return usage.lastErrors(id).stream()
                .map(one -> new Failure(one.at(), one.operation(), one.cause(), one.trace()))
                .toList();
    }

    private Plugin page(BankPlugin plugin, @Nullable List<Failure> errors) {
        Manifest manifest = plugin.chosen().manifest();
        Kept kept = plugin.kept();
        Manifest reach = Reach.filled(manifest, settings.opened(manifest.id(), kept));
        return new Plugin(
                manifest.id(),
                manifest.version(),
                manifest.name(),
                manifest.description(),
                manifest.publisher().name(),
                manifest.license(),
                kept.enabled() ? "ENABLED" : "DISABLED",
                plugin.trouble(),
                manifest.capabilities().stream().map(CanDo::of).toList(),
                settings.read(plugin.chosen().schema()),
                kept.settings(),
                kept.sealed().keySet().stream().sorted().toList(),
                new Health(
                        plugin.health().state().name(),
                        plugin.health().checkedAt(),
                        plugin.health().detail()),
                manifest.kinds(),
                new Publisher(manifest.publisher().name(), manifest.publisher().key()),
                plugin.chosen().trust().name(),
                plugin.chosen().isolated(),
                reach.egress(),
                manifest.dataRead().stream().map(Enum::name).toList(),
                manifest.privacy(),
                resources(manifest.resources()),
                Limits.of(kept.bounds(manifest.resources())),
                versions(plugin),
                Quarantine.of(plugin.quarantined()),
                pending(plugin),
                errors);
    }

    private static Resources resources(Manifest.Resources asked) {
        return new Resources(
                asked.timeoutMillis(), asked.heapMegabytes(), asked.callsPerSecond(), asked.callsAtOnce());
    }

    private static List<Version> versions(BankPlugin plugin) {
        return plugin.versions().stream()
                .map(one -> new Version(
                        one.version(),
                        one.sha256(),
                        one.installedAt(),
                        one.version().equals(plugin.kept().version()),
                        one.changelog()))
                .toList();
    }

    private static @Nullable Pending pending(BankPlugin plugin) {
        Approval asked = plugin.pending();
        if (asked == null) {
            return null;
        }
        return new Pending(
                asked.id(),
                asked.plugin(),
                asked.version(),
                asked.action().name(),
                asked.askedName(),
                asked.askedAt(),
                CurrentStaff.get().id().equals(asked.askedBy()),
                plugin.nobodyElse()
                        ? "This bank has nobody else who may decide on it. Give a second person the role of an administrator,"
                                + " or have the platform's operator approve it."
                        : null,
                Changes.of(asked.difference()));
    }
}
