package io.openteller.platform.banking.internal.supply;

import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.platform.connector.BankConnectors;
import io.openteller.platform.connector.BankConnectors.Published;
import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Plugins;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.OperationProvider;
import io.openteller.spi.identity.OneTimeCode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.pf4j.ExtensionPoint;

/**
 * Who could do which operation for the current bank. Plugins are asked what they supply every few seconds at the most, and one
 * that does not answer is taken to supply what it last said.
 */
@Singleton
public class Suppliers {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final Duration WITHIN = Duration.ofSeconds(2);

    /** What the platform's own step-up asks through an interface of its own, and never by name. */
    private static final Map<String, Class<? extends ExtensionPoint>> STEP_UP =
            Map.of("codes.send/v1", OneTimeCode.class, "codes.verify/v1", OneTimeCode.class);

    private final Plugins plugins;
    private final BankConnectors connectors;
    private final Pins pins;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    Suppliers(Plugins plugins, BankConnectors connectors, Pins pins) {
        this.plugins = plugins;
        this.connectors = connectors;
        this.pins = pins;
    }

    /** @param said by plugin, what it supplies by name */
    private record Known(long at, List<String> providers, Map<String, Set<String>> said) {}

    /** For what is asked in a conversation: by connectors, those of the release that it runs on. */
    public Candidates of(OperationSpec spec, UUID conversation) {
        return of(spec, published(() -> pins.of(conversation)));
    }

    /** For what is asked in a conversation that begins now. */
    public Candidates of(OperationSpec spec) {
        return of(spec, published(pins::now));
    }

    /** By operation, of the whole catalogue, for a conversation that begins now. */
    public Map<String, Candidates> all() {
        Optional<List<Published>> published = published(pins::now);
        Map<String, Candidates> all = new TreeMap<>();
        Catalogue.standard().all().forEach(spec -> all.put(spec.name().toString(), of(spec, published)));
        return all;
    }

    /** Of those that are asked through an interface alone. */
    public static Candidates typed(List<String> plugins) {
        return new Candidates(
                plugins.stream().map(plugin -> new Supplier(plugin, true)).toList(), List.of());
    }

    /** The bank's connectors; empty where none was ever published, or nothing runs them. */
    private Optional<List<Published>> published(LongSupplier release) {
        return plugins.offering(OperationProvider.class).contains(BankConnectors.PLUGIN) && connectors.any()
                ? Optional.of(connectors.at(release.getAsLong()))
                : Optional.empty();
    }

    private Candidates of(OperationSpec spec, Optional<List<Published>> published) {
        String operation = spec.name().toString();
        Class<? extends ExtensionPoint> stepUp = STEP_UP.get(operation);
        if (stepUp != null) {
            return typed(plugins.offering(stepUp));
        }
        List<String> providers = plugins.offering(OperationProvider.class).stream()
                .filter(plugin -> published.isEmpty() || !plugin.equals(BankConnectors.PLUGIN))
                .toList();
        Map<String, Set<String>> said = said(providers);
        List<Supplier> all = new ArrayList<>();
        published.orElse(List.of()).stream()
                .filter(one -> one.operations().contains(operation))
                .forEach(one -> all.add(
                        new Supplier(BankConnectors.PLUGIN, false, new Supplier.Edition(one.name(), one.version()))));
        providers.stream()
                .filter(plugin -> said.getOrDefault(plugin, Set.of()).contains(operation))
                .forEach(plugin -> all.add(new Supplier(plugin, false)));
        all.sort(Comparator.comparing(Supplier::id));
        TypedForm<?, ?> form = TypedForms.ALL.get(operation);
        List<String> typed = form == null ? List.of() : plugins.offering(form.point());
        typed.stream()
                .filter(plugin -> all.stream().noneMatch(one -> one.plugin().equals(plugin)))
                .forEach(plugin -> all.add(new Supplier(plugin, true)));
        List<String> silent = providers.stream()
                .filter(plugin -> !said.containsKey(plugin) && !typed.contains(plugin))
                .toList();
        return new Candidates(all, silent);
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
