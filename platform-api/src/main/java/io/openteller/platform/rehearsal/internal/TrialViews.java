package io.openteller.platform.rehearsal.internal;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a tester sees. */
final class TrialViews {

    private TrialViews() {}

    /** @param by CUSTOMER, ASSISTANT, CARD for what must be agreed to, NOTE for what no customer sees */
    @Serdeable
    record Line(Instant at, String by, String text) {}

    /** One operation that was asked of the made-up bank, and what came of it. */
    @Serdeable
    record Deed(String operation, String outcome) {}

    /** @param what ANSWER, IDENTITY, CONFIRMATION, APPROVAL, EVENT or OPERATION */
    @Serdeable
    record Waits(String what, @Nullable String node, List<String> offer) {}

    /**
     * One test run.
     *
     * @param node where it stands; null when it is over
     * @param path nodes that were entered, oldest first; those of a procedure that it calls as {@code procedure/node}
     * @param variables of the procedure it is in
     */
    @Serdeable
    record TestState(
            UUID test,
            String status,
            List<Line> says,
            @Nullable Waits waiting,
            @Nullable String node,
            List<String> path,
            Map<String, Object> variables,
            List<Deed> effects,
            String fault) {}

    @Serdeable
    record Customers(List<Known> customers) {}

    @Serdeable
    record Known(String ref, String name) {}

    /** @param original nodes that the conversation went through, as its decisions say; empty if it was in no procedure */
    @Serdeable
    record Replayed(List<String> original, List<String> path, List<Line> says, List<String> differences) {}
}
