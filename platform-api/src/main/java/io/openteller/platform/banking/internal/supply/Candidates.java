package io.openteller.platform.banking.internal.supply;

import io.openteller.operations.OperationSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who could do one operation for a bank.
 *
 * @param all whoever names it before whoever has its typed form, each in the order of ids
 * @param silent ids of plugins that have not said yet what they do
 */
public record Candidates(List<Supplier> all, List<String> silent) {

    public Candidates {
        all = List.copyOf(all);
        silent = List.copyOf(silent);
    }

    /** Who is asked. */
    public sealed interface Pick {

        /** @param scope the operation or the domain for which the bank chose it; null if it did not choose */
        record One(Supplier supplier, @Nullable String scope) implements Pick {}

        /** Nobody could. */
        record Nobody() implements Pick {}

        /** Several could, and it is for the bank to say which. */
        record Unchosen(String why) implements Pick {}

        /** The one that the bank chose for {@code scope} does not do it. */
        record Gone(String supplier, String scope, String why) implements Pick {}
    }

    /**
     * What the bank chose holds, and nobody stands in for it. Without a choice, whoever is alone does it; of several, the first
     * may tell something, and none may change anything.
     */
    public Pick pick(OperationSpec spec, @Nullable Choice choice) {
        if (choice != null) {
            Optional<Supplier> chosen = named(choice.supplier());
            return chosen.isPresent()
                    ? new Pick.One(chosen.get(), choice.scope())
                    : new Pick.Gone(
                            choice.supplier(),
                            choice.scope(),
                            choice.supplier() + " was chosen for " + choice.scope() + " and does not supply " + spec.name());
        }
        if (all.isEmpty()) {
            return new Pick.Nobody();
        }
        return spec.hasEffect() && all.size() + silent.size() > 1
                ? new Pick.Unchosen(unchosen(spec))
                : new Pick.One(all.getFirst(), null);
    }

    public Optional<Supplier> named(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public List<String> ids() {
        return all.stream().map(Supplier::id).toList();
    }

    private String unchosen(OperationSpec spec) {
        String could = Stream.concat(all.stream().map(Supplier::id), silent.stream().map(id -> id + " (has not said)"))
                .collect(Collectors.joining(", "));
        return "choose one of " + could + " for " + spec.name() + ", or for all of " + spec.name().domain();
    }
}
