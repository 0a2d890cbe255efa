package io.openteller.testkit.reference;

import io.openteller.spi.CallContext;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.workflow.StepCall;
import io.openteller.spi.workflow.StepProvider;
import io.openteller.spi.workflow.StepResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One step that gives out numbers. */
class Clerk implements StepProvider {

    static final Step STEP = new Step(
            "give-number",
            "Give a number",
            "Gives the customer a number to wait by.",
            "{\"type\": \"object\", \"additionalProperties\": false}",
            "{\"type\": \"object\", \"properties\": {\"number\": {\"type\": \"integer\"}}}",
            RiskClass.CHANGE);

    private final AtomicInteger last = new AtomicInteger();
    private final Map<String, StepResult> given = new ConcurrentHashMap<>();

    @Override
    public List<Step> steps(CallContext context) {
        return List.of(STEP);
    }

    @Override
    public StepResult run(CallContext context, StepCall call) {
        if (context.setting("desk") == null) {
            return StepResult.unavailable("the setting desk is missing");
        }
        if (!call.step().equals(STEP.name())) {
            return StepResult.refused("there is no such step");
        }
        if (!call.input().strip().equals("{}")) {
            return StepResult.refused("nothing is to be said");
        }
        return given.computeIfAbsent(context.callId(), id -> next());
    }

    StepResult next() {
        return StepResult.done("{\"number\": " + last.incrementAndGet() + "}");
    }
}
