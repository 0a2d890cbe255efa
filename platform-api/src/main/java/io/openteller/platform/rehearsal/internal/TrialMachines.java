package io.openteller.platform.rehearsal.internal;

import io.openteller.platform.procedure.Procedures;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.expressions.Bank;
import io.openteller.procedures.expressions.Expressions;
import io.openteller.procedures.machine.Library;
import io.openteller.procedures.machine.Machine;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Machines that know one definition under test beside what the bank has published. */
class TrialMachines {

    /** No published version has this number. */
    static final int UNDER_TEST = 0;

    private final Procedures procedures;
    private final Map<ZoneId, Expressions> expressions = new ConcurrentHashMap<>();

    TrialMachines(Procedures procedures) {
        this.procedures = procedures;
    }

    Machine with(Definition tested) {
        boolean india = CurrentTenant.get().currency().equals("INR");
        ZoneId zone = CurrentTenant.get().zone();
        Bank bank = new Bank(
                zone, india ? List.of("en", "hi", "hi-Latn") : List.of("en"), CurrentTenant.get().currency());
        return new Machine(library(tested), bank, expressions.computeIfAbsent(zone, Expressions::new));
    }

    private Library library(Definition tested) {
        return new Library() {
            @Override
            public Optional<Definition> find(String procedure, int version) {
                return version == UNDER_TEST && procedure.equals(tested.id())
                        ? Optional.of(tested)
                        : procedures.version(procedure, version).map(Procedures.Published::definition);
            }

            @Override
            public OptionalInt current(String procedure) {
                return procedures.current(procedure).stream()
                        .mapToInt(Procedures.Published::version)
                        .findFirst();
            }

            @Override
            public Optional<String> startedBy(String intent) {
                return Optional.empty();
            }
        };
    }
}
