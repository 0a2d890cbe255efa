package io.openteller.platform.plugin.internal.banks;

import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Trials;
import io.openteller.platform.plugin.internal.calls.TrialCalls;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.pf4j.ExtensionPoint;

/** The secrets of the bank are opened here, go to the plugin, and are masked in what comes back. */
@Singleton
class TriedPlugins implements Trials {

    private final Shelf shelf;
    private final InstallationSql rows;
    private final Settings settings;
    private final TrialCalls calls;

    TriedPlugins(Shelf shelf, InstallationSql rows, Settings settings, TrialCalls calls) {
        this.shelf = shelf;
        this.rows = rows;
        this.settings = settings;
        this.calls = calls;
    }

    @Override
    public <P extends ExtensionPoint, R> Tried<R> call(
            String plugin,
            Class<P> point,
            Map<String, String> published,
            Duration within,
            BiFunction<P, CallContext, Outcome<R>> work) {
        Kept kept = rows.find(plugin);
        Shelved target = shelf.versions(plugin).stream()
                .filter(one -> kept.version() == null || one.version().equals(kept.version()))
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(ErrorCode.NOT_FOUND, "The plugin " + plugin + " is not installed"));
        Map<String, Object> all = new HashMap<>(settings.opened(plugin, kept));
        all.keySet().removeAll(settings.published(target.schema()));
        all.putAll(published);
        List<FieldFault> faults = settings.faults(target.schema(), all);
        if (!faults.isEmpty()) {
            throw new ProblemException(ErrorCode.SETTINGS_INVALID, faults);
        }
        List<String> secrets = settings.secrets(target.schema()).stream()
                .filter(all::containsKey)
                .map(name -> String.valueOf(all.get(name)))
                .toList();
        List<Exchange> exchanges = new ArrayList<>();
        CallOutcome<R> outcome = calls.call(
                KnownVersions.of(target.manifest(), kept, all, null), point, within, secrets, exchanges, work);
        return new Tried<>(outcome, List.copyOf(exchanges));
    }
}
