package io.openteller.platform.workflow.internal.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.platform.procedure.Procedures;
import io.openteller.platform.procedure.Procedures.Published;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.Heard;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.expressions.Bank;
import io.openteller.procedures.expressions.Expressions;
import io.openteller.procedures.machine.Event;
import io.openteller.procedures.machine.Library;
import io.openteller.procedures.machine.Machine;
import io.openteller.procedures.machine.RunState;
import io.openteller.procedures.machine.Start;
import io.openteller.procedures.machine.Step;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One machine for all banks that write amounts and times alike; which procedures there are is asked of the current one. */
@Singleton
class MachineCourse implements Course {

    private final Procedures procedures;
    private final Map<String, Machine> machines = new ConcurrentHashMap<>();

    MachineCourse(Procedures procedures) {
        this.procedures = procedures;
    }

    @Override
    public Step start(
            UUID run, Published published, Customer customer, Heard heard, ObjectNode inputs, Instant at) {
        return machine().start(new Start(
                run.toString(),
                published.id(),
                published.version(),
                inputs,
                customer.language(),
                Assurance.valueOf(customer.assurance().name()),
                heard.text(),
                at));
    }

    @Override
    public Step on(RunState state, Event event) {
        return machine().on(state, event);
    }

    private Machine machine() {
        return machines.computeIfAbsent(CurrentTenant.get().currency(), currency -> machine(CurrentTenant.get()));
    }

    private Machine machine(Tenant tenant) {
        boolean india = tenant.currency().equals("INR");
        ZoneId zone = tenant.zone();
        List<String> languages = india ? List.of("en", "hi", "hi-Latn") : List.of("en");
        return new Machine(new OfTenant(procedures), new Bank(zone, languages, tenant.currency()), new Expressions(zone));
    }

    /** The current tenant's. */
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
}
