package io.openteller.procedures.shipped;

import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.machine.Library;
import java.util.Optional;
import java.util.OptionalInt;

/** The shipped procedures, each as its first version. */
final class ShippedLibrary implements Library {

    @Override
    public Optional<Definition> find(String procedure, int version) {
        return ShippedProcedures.all().stream().filter(one -> one.id().equals(procedure)).findFirst();
    }

    @Override
    public OptionalInt current(String procedure) {
        return find(procedure, 1).isPresent() ? OptionalInt.of(1) : OptionalInt.empty();
    }

    @Override
    public Optional<String> startedBy(String intent) {
        return ShippedProcedures.all().stream()
                .filter(one -> one.trigger().intents().contains(intent))
                .map(Definition::id)
                .findFirst();
    }
}
