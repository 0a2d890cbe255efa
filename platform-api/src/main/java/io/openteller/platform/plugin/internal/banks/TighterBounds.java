package io.openteller.platform.plugin.internal.banks;

import io.openteller.packages.Manifest.Resources;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.plugin.internal.banks.PluginViews.Limits;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bounds that a bank sets below those of a plugin. */
@Singleton
class TighterBounds {

    private final Wishes wishes;
    private final InstallationSql rows;
    private final Applying applying;
    private final TenantDatabase database;

    TighterBounds(Wishes wishes, InstallationSql rows, Applying applying, TenantDatabase database) {
        this.wishes = wishes;
        this.rows = rows;
        this.applying = applying;
        this.database = database;
    }

    void set(String plugin, Limits given, Actor by) {
        wishes.target(plugin, null);
        database.inTransaction(sql -> {
            Kept before = rows.locked(plugin);
            Resources declared = wishes.target(plugin, before.version()).manifest().resources();
            List<FieldFault> faults = new ArrayList<>();
            Map<String, Object> own = new HashMap<>();
            read(Kept.TIMEOUT, given.timeoutMillis(), declared.timeoutMillis(), own, faults);
            read(Kept.PER_SECOND, given.callsPerSecond(), declared.callsPerSecond(), own, faults);
            read(Kept.AT_ONCE, given.callsAtOnce(), declared.callsAtOnce(), own, faults);
            if (!faults.isEmpty()) {
                throw new ProblemException(ErrorCode.SETTINGS_INVALID, faults);
            }
            applying.apply(sql, plugin, before, before.within(own), "bounds", by.name());
            return own;
        });
    }

    private static void read(
            String name, @Nullable Integer given, int declared, Map<String, Object> own, List<FieldFault> faults) {
        if (given == null) {
            return;
        }
        if (given < 1 || given > declared) {
            faults.add(new FieldFault(name, "must be from 1 to " + declared));
        }
        own.put(name, given);
    }
}
