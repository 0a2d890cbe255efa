package io.openteller.platform.banking.internal.operation;

import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.platform.banking.internal.choice.Choices;
import io.openteller.platform.banking.internal.supply.Candidates;
import io.openteller.platform.banking.internal.supply.Candidates.Pick;
import io.openteller.platform.banking.internal.supply.Choice;
import io.openteller.platform.banking.internal.supply.Suppliers;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who supplies each operation of the catalogue to the current bank, as the next call will find it. */
@Singleton
class SupplyNow {

    private final Suppliers suppliers;
    private final Choices choices;

    SupplyNow(Suppliers suppliers, Choices choices) {
        this.suppliers = suppliers;
        this.choices = choices;
    }

    /**
     * Of one operation.
     *
     * @param cutOff arguments that nothing gives which the same supplier supplies: without them it can never be asked
     */
    record One(OperationSpec spec, Candidates candidates, Pick pick, List<String> cutOff) {

        /** Null if nobody is asked. */
        @Nullable String supplier() {
            return pick instanceof Pick.One(var supplier, var scope) ? supplier.id() : null;
        }
    }

    /** The whole catalogue, by name. */
    List<One> now() {
        Map<String, Candidates> candidates = suppliers.all();
        Map<String, String> chosen = choices.inForce();
        List<One> all = Catalogue.standard().all().stream()
                .map(spec -> {
                    Candidates could = candidates.getOrDefault(spec.name().toString(), new Candidates(List.of(), List.of()));
                    return new One(spec, could, could.pick(spec, choice(spec, chosen)), List.of());
                })
                .toList();
        Map<String, Set<String>> given = given(all);
        return all.stream()
                .map(one -> new One(one.spec(), one.candidates(), one.pick(), cutOff(one, given)))
                .toList();
    }

    private static @Nullable Choice choice(OperationSpec spec, Map<String, String> chosen) {
        for (String scope : List.of(spec.name().toString(), spec.name().domain())) {
            String supplier = chosen.get(scope);
            if (supplier != null) {
                return new Choice(scope, supplier);
            }
        }
        return null;
    }

    /** Which kinds of things each supplier tells of. */
    private static Map<String, Set<String>> given(List<One> all) {
        Map<String, Set<String>> given = new HashMap<>();
        for (One one : all) {
            String supplier = one.supplier();
            if (supplier != null) {
                given.computeIfAbsent(supplier, any -> new HashSet<>())
                        .addAll(one.spec().output().findValuesAsText("x-reference"));
            }
        }
        return given;
    }

    private static List<String> cutOff(One one, Map<String, Set<String>> given) {
        String supplier = one.supplier();
        if (supplier == null) {
            return List.of();
        }
        Set<String> needed = new TreeSet<>(one.spec().input().findValuesAsText("x-reference"));
        needed.removeAll(given.getOrDefault(supplier, Set.of()));
        return List.copyOf(needed);
    }
}
