package io.openteller.platform.procedure.internal;

import io.openteller.platform.procedure.Machines;
import io.openteller.platform.procedure.Procedures;
import io.openteller.platform.procedure.Procedures.Published;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.expressions.Bank;
import io.openteller.procedures.expressions.Expressions;
import io.openteller.procedures.machine.Library;
import io.openteller.procedures.machine.Machine;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Which procedures there are is asked of the current bank each time; what expressions compile to is kept for all of them. */
@Singleton
class SharedMachines implements Machines {

    private final Library published;
    private final Map<Bank, Machine> machines = new ConcurrentHashMap<>();
    private final Map<ZoneId, Expressions> expressions = new ConcurrentHashMap<>();

    SharedMachines(Procedures procedures) {
        this.published = new OfTenant(procedures);
    }

    @Override
    public Machine published() {
        return machines.computeIfAbsent(bank(), bank -> machine(published, bank));
    }

    @Override
    public Machine trying(Definition tested) {
        return machine(new Trying(tested, published), bank());
    }

    private Machine machine(Library library, Bank bank) {
        return new Machine(library, bank, expressions.computeIfAbsent(bank.zone(), Expressions::new));
    }

    private static Bank bank() {
        Tenant tenant = CurrentTenant.get();
        boolean india = tenant.currency().equals("INR");
        return new Bank(tenant.zone(), india ? List.of("en", "hi", "hi-Latn") : List.of("en"), tenant.currency());
    }

    private record OfTenant(Procedures procedures) implements Library {

        @Override
        public Optional<Definition> find(String procedure, int version) {
            return procedures.version(procedure, version).map(Published::definition);
        }

        @Override
        public OptionalInt current(String procedure) {
            return procedures.current(procedure).stream().mapToInt(Published::version).findFirst();
        }

        @Override
        public Optional<String> startedBy(String intent) {
            return procedures.inForce().stream()
                    .filter(one -> one.definition().trigger().intents().contains(intent))
                    .map(Published::id)
                    .findFirst();
        }
    }

    private record Trying(Definition tested, Library published) implements Library {

        @Override
        public Optional<Definition> find(String procedure, int version) {
            return version == UNDER_TEST && procedure.equals(tested.id())
                    ? Optional.of(tested)
                    : published.find(procedure, version);
        }

        @Override
        public OptionalInt current(String procedure) {
            return published.current(procedure);
        }

        @Override
        public Optional<String> startedBy(String intent) {
            return Optional.empty();
        }
    }
}
