package io.openteller.procedures.machine;

import java.util.List;

/** Where a run stands after an event, and what it wants done, in this order. */
public record Step(RunState state, List<Effect> effects) {
    public Step {
        effects = List.copyOf(effects);
    }
}
