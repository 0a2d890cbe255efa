package io.openteller.platform.banking.internal.supply;

import io.openteller.operations.Catalogue;
import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Plugins;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.OperationProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who supplies which operation to the current bank. A plugin that names an operation comes before one that has its typed
 * form; among equals the first in the order of ids. Plugins are asked what they supply every few seconds at the most, and
 * one that does not answer is taken to supply what it last said.
 */
@Singleton
public class Suppliers {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final Duration WITHIN = Duration.ofSeconds(2);

    private final Plugins plugins;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    Suppliers(Plugins plugins) {
        this.plugins = plugins;
    }

    /** @param said by plugin, what it supplies by name */
    private record Known(long at, List<String> providers, Map<String, Set<String>> said) {}

    public Optional<Supplier> of(String operation) {
        List<String> providers = plugins.offering(OperationProvider.class);
        Map<String, Set<String>> said = said(providers);
        for (String plugin : providers) {
            if (said.getOrDefault(plugin, Set.of()).contains(operation)) {
                return Optional.of(new Supplier(plugin, false));
            }
        }
        TypedForm<?, ?> form = TypedForms.ALL.get(operation);
        return form == null
                ? Optional.empty()
                : plugins.offering(form.point()).stream().findFirst().map(plugin -> new Supplier(plugin, true));
    }

    /** By operation; those that nobody supplies are left out. */
    public Map<String, Supplier> all() {
        Map<String, Supplier> all = new TreeMap<>();
        Catalogue.standard().all().forEach(spec -> of(spec.name().toString())
                .ifPresent(supplier -> all.put(spec.name().toString(), supplier)));
        return all;
    }

    private Map<String, Set<String>> said(List<String> providers) {
        if (providers.isEmpty()) {
            return Map.of();
        }
        UUID tenant = CurrentTenant.get().id();
        Known before = known.get(tenant);
        long now = System.nanoTime();
        if (before != null && before.providers().equals(providers) && now - before.at() < KEPT.toNanos()) {
            return before.said();
        }
        Map<String, Set<String>> said = new HashMap<>();
        for (String plugin : providers) {
            Set<String> names = asked(plugin);
            Set<String> last = before == null ? null : before.said().get(plugin);
            if (names != null) {
                said.put(plugin, names);
            } else if (last != null) {
                said.put(plugin, last);
            }
        }
        known.put(tenant, new Known(now, providers, said));
        return said;
    }

    private @Nullable Set<String> asked(String plugin) {
        CallOutcome<List<String>> called = plugins.call(
                plugin,
                OperationProvider.class,
                UUID.randomUUID().toString(),
                WITHIN,
                (provider, context) -> provider.supplied(context));
        return called instanceof CallOutcome.Answered<List<String>> answered
                        && answered.outcome() instanceof Outcome.Done<List<String>> done
                ? Set.copyOf(done.value())
                : null;
    }
}
