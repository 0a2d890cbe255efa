package io.openteller.platform.turn.internal;

import io.openteller.platform.conversation.Owner;
import io.openteller.platform.turn.Decision.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reply before it is stored, with what led to it. */
record Draft(
        String text,
        Route route,
        String rule,
        List<String> signals,
        @Nullable String source,
        @Nullable Double coverage,
        List<String> unsupported) {

    static Draft escalate(String text, String rule, List<String> signals) {
        return new Draft(text, Route.ESCALATE, rule, signals, null, null, List.of());
    }

    Owner nextOwner() {
        return route == Route.ESCALATE ? Owner.QUEUE : Owner.ASSISTANT;
    }
}
