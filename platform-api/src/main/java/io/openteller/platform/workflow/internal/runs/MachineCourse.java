package io.openteller.platform.workflow.internal.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.platform.procedure.Machines;
import io.openteller.platform.procedure.Procedures.Published;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.Heard;
import io.openteller.procedures.machine.Event;
import io.openteller.procedures.machine.RunState;
import io.openteller.procedures.machine.Start;
import io.openteller.procedures.machine.Step;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** As the bank's published procedures say. */
@Singleton
class MachineCourse implements Course {

    private final Machines machines;

    MachineCourse(Machines machines) {
        this.machines = machines;
    }

    @Override
    public Step start(
            UUID run, Published published, Customer customer, Heard heard, ObjectNode inputs, Instant at) {
        return machines.published()
                .start(new Start(
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
        return machines.published().on(state, event);
    }
}
