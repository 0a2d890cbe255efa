package io.openteller.platform.plugin.internal.banks;

import io.openteller.packages.Manifest;
import io.openteller.platform.plugin.PublishedSettings;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stored like every other setting; what can be reached stays as it was approved. */
@Singleton
class AgreedSettings implements PublishedSettings {

    private final Shelf shelf;
    private final InstallationSql rows;
    private final Settings settings;
    private final Applying applying;
    private final TenantDatabase database;

    AgreedSettings(
            Shelf shelf, InstallationSql rows, Settings settings, Applying applying, TenantDatabase database) {
        this.shelf = shelf;
        this.rows = rows;
        this.settings = settings;
        this.applying = applying;
        this.database = database;
    }

    @Override
    public @Nullable String current(String plugin, String setting) {
        Object value = rows.find(plugin).settings().get(setting);
        return value == null ? null : String.valueOf(value);
    }

    @Override
    public void publish(String plugin, String setting, String value, String agreed) {
        database.inTransaction(sql -> {
            Kept before = rows.locked(plugin);
            Shelved target = target(plugin, before);
            if (!settings.published(target.schema()).contains(setting)) {
                throw new ProblemException(ErrorCode.NOT_FOUND, "The plugin " + plugin + " has no published " + setting);
            }
            Map<String, Object> plain = new HashMap<>(before.settings());
            plain.put(setting, value);
            if (before.enabled()) {
                checkInForce(plugin, target, before, plain);
            }
            applying.apply(sql, plugin, before, before.withSettings(plain, before.sealed()), "published", agreed);
            return plugin;
        });
    }

    private void checkInForce(String plugin, Shelved target, Kept before, Map<String, Object> plain) {
        Map<String, Object> all = settings.opened(plugin, plain, before.sealed());
        List<FieldFault> faults = settings.faults(target.schema(), all);
        if (!faults.isEmpty()) {
            throw new ProblemException(ErrorCode.SETTINGS_INVALID, faults);
        }
        Manifest reach = Reach.filled(target.manifest(), all);
        if (before.approved() != null && Comparison.of(before.approved(), reach).widened()) {
            throw new ProblemException(
                    ErrorCode.SECOND_PERSON_NEEDED, "The plugin could reach more by it; that is approved with the plugin");
        }
    }

    private Shelved target(String plugin, Kept kept) {
        return shelf.versions(plugin).stream()
                .filter(one -> kept.version() == null || one.version().equals(kept.version()))
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(ErrorCode.NOT_FOUND, "The plugin " + plugin + " is not installed"));
    }
}
