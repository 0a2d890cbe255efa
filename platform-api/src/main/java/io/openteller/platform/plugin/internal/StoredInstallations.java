package io.openteller.platform.plugin.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Installation;
import io.openteller.platform.plugin.Installations;
import io.openteller.platform.plugin.internal.InstallationSql.Row;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.OpentellerPlugin.Health;
import io.openteller.spi.Outcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginDescriptor;

@Singleton
class StoredInstallations implements Installations {

    private static final Duration CHECK_WITHIN = Duration.ofSeconds(15);

    private final PluginFolder folder;
    private final InstallationSql rows;
    private final Settings settings;
    private final HostedPlugins host;
    private final Healths healths;
    private final Releases releases;
    private final Audit audit;
    private final TenantDatabase database;
    private final Clock clock;

    StoredInstallations(
            PluginFolder folder,
            InstallationSql rows,
            Settings settings,
            HostedPlugins host,
            Healths healths,
            Releases releases,
            Audit audit,
            TenantDatabase database,
            Clock clock) {
        this.folder = folder;
        this.rows = rows;
        this.settings = settings;
        this.host = host;
        this.healths = healths;
        this.releases = releases;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Installation> list() {
        return folder.started().stream().map(this::installation).toList();
    }

    @Override
    public Map<String, String> rejected() {
        return folder.broken();
    }

    @Override
    public Installation configure(String pluginId, Map<String, Object> given, String by) {
        PluginDescriptor plugin = plugin(pluginId);
        String schema = folder.described(pluginId).settingsSchema();
        return changed(plugin, by, "settings", before -> {
            Map<String, Object> all = withKept(pluginId, before, given);
            List<FieldFault> faults = settings.faults(schema, all);
            if (!faults.isEmpty()) {
                throw new ProblemException(ErrorCode.SETTINGS_INVALID, faults);
            }
            return settings.closed(pluginId, schema, before, all);
        });
    }

    @Override
    public Installation enable(String pluginId, boolean enabled, String by) {
        PluginDescriptor plugin = plugin(pluginId);
        String schema = folder.described(pluginId).settingsSchema();
        Installation changed = changed(plugin, by, enabled ? "enabled" : "disabled", before -> {
            List<FieldFault> faults = settings.faults(schema, settings.opened(pluginId, before));
            if (enabled && !faults.isEmpty()) {
                throw new ProblemException(ErrorCode.SETTINGS_INVALID, faults);
            }
            return new Row(enabled, before.settings(), before.sealed(), before.lastError());
        });
        if (!enabled) {
            return changed;
        }
        // Says at once whether it works, and what it prepares at its first call is not waited for by a customer.
        check(pluginId, null);
        return installation(plugin);
    }

    @Override
    public Check check(String pluginId, @Nullable Map<String, Object> given) {
        plugin(pluginId);
        OpentellerPlugin described = folder.described(pluginId);
        Row kept = rows.find(pluginId).orElse(Row.NONE);
        Map<String, Object> all = given == null ? settings.opened(pluginId, kept) : withKept(pluginId, kept, given);
        List<FieldFault> faults = settings.faults(described.settingsSchema(), all);
        if (!faults.isEmpty()) {
            return new Check(
                    false,
                    0,
                    faults.stream()
                            .map(fault -> fault.field() + ": " + fault.message())
                            .collect(Collectors.joining("; ")));
        }
        Row tried = settings.closed(pluginId, described.settingsSchema(), kept, all);
        var context = host.context(pluginId, tried, UUID.randomUUID().toString(), CHECK_WITHIN);
        CallOutcome<Health> outcome = host.limited(
                pluginId, CHECK_WITHIN, described, context, () -> Outcome.done(described.check(context), clock.instant()));
        Check check = result(outcome);
        if (given == null) {
            noted(pluginId, check);
        }
        return check;
    }

    private void noted(String pluginId, Check check) {
        if (check.ok()) {
            healths.up(pluginId, check.detail());
        } else {
            healths.down(pluginId, check.detail());
        }
    }

    private static Check result(CallOutcome<Health> outcome) {
        return switch (outcome) {
            case CallOutcome.Answered<Health>(var plugin, Outcome.Done<Health>(Health health, var asOf), long millis) ->
                new Check(health.up(), millis, health.detail());
            case CallOutcome.Answered<Health> other -> new Check(false, other.millis(), "no answer");
            case CallOutcome.Failed<Health>(var plugin, String cause, long millis) -> new Check(false, millis, cause);
            case CallOutcome.NotEnabled<Health> none -> new Check(false, 0, "not enabled");
        };
    }

    private interface Change {
        Row of(Row before);
    }

    private Installation changed(PluginDescriptor plugin, String by, String what, Change change) {
        String id = plugin.getPluginId();
        return database.inTransaction(sql -> {
            Row before = rows.find(id).orElse(Row.NONE);
            Row after = change.of(before);
            rows.put(id, after);
            releases.publish(by, "plugin:" + id, before.enabled() ? "enabled" : "disabled", what);
            audit.record(sql, "plugin." + what, id);
            database.afterCommit(() -> healths.forget(id));
            return installation(plugin);
        });
    }

    /** A secret that is not given stays as it is: nobody can read it back to give it again. */
    private Map<String, Object> withKept(String pluginId, Row kept, Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>(given);
        Map<String, Object> opened = settings.opened(pluginId, kept);
        kept.sealed().keySet().forEach(name -> {
            Object secret = opened.get(name);
            if (secret != null) {
                all.putIfAbsent(name, secret);
            }
        });
        return all;
    }

    private PluginDescriptor plugin(String id) {
        return folder.find(id).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    private Installation installation(PluginDescriptor plugin) {
        OpentellerPlugin described = folder.described(plugin.getPluginId());
        Row row = rows.find(plugin.getPluginId()).orElse(Row.NONE);
        return new Installation(
                plugin.getPluginId(),
                plugin.getVersion(),
                described.name(),
                plugin.getPluginDescription(),
                plugin.getProvider(),
                plugin.getLicense(),
                row.enabled(),
                row.lastError(),
                described.capabilities(),
                described.settingsSchema(),
                row.settings(),
                row.sealed().keySet().stream().sorted().toList(),
                healths.of(plugin.getPluginId()));
    }
}
