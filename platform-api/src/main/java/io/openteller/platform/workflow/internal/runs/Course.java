package io.openteller.platform.workflow.internal.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.platform.procedure.Procedures.Published;
import io.openteller.platform.workflow.Customer;
import io.openteller.platform.workflow.Heard;
import io.openteller.procedures.machine.Event;
import io.openteller.procedures.machine.RunState;
import io.openteller.procedures.machine.Step;
import java.time.Instant;
import java.util.UUID;

/** How procedures go on, for the current tenant. Pure: the same again gives the same. */
interface Course {

    /** @param inputs by name */
    Step start(UUID run, Published published, Customer customer, Heard heard, ObjectNode inputs, Instant at);

    Step on(RunState state, Event event);
}
