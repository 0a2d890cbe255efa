package io.openteller.kit.contract;

import io.openteller.kit.contract.StandIn.Seen;
import java.util.List;
import java.util.Optional;

/** The platform asks again with the same call id, because it does not know what became of the first time. */
final class IdempotencyCheck extends Check {

    IdempotencyCheck() {
        super(
                "the same call twice has the effect of one, and gives the same result",
                "hand context.callId() to your system as its idempotency key, with every request that changes something");
    }

    @Override
    void run(Subject subject, Notes notes) throws InterruptedException {
        try (StandIn server = subject.standIn("bank-a")) {
            for (Operation operation : subject.operations()) {
                if (operation.repeatable()) {
                    look(subject, operation, server, notes);
                }
            }
        }
    }

    private static void look(Subject subject, Operation operation, StandIn server, Notes notes)
            throws InterruptedException {
        String id = Subject.fresh("same");
        Attempt first = attempt(subject, operation, server, id);
        Attempt again = attempt(subject, operation, server, id);
        notes.tried();
        if (!first.text.equals(again.text)) {
            notes.fault("%s said %s, and for the same call again %s", operation.name(), first.text, again.text);
        }
        if (!operation.changes() || again.changing.isEmpty()) {
            return;
        }
        if (!again.changing.equals(first.changing)) {
            notes.fault("%s sends something else when it is called again with the same id", operation.name());
        }
        if (attempt(subject, operation, server, Subject.fresh("other")).changing.equals(first.changing)) {
            notes.fault("%s sends the same for another call: your system cannot tell a repeated call from a new one",
                    operation.name());
        }
    }

    private record Attempt(String text, List<Seen> changing) {}

    private static Attempt attempt(Subject subject, Operation operation, StandIn server, String id)
            throws InterruptedException {
        int before = server.seen().size();
        Optional<Called> came = Bounded.call(operation, subject.call(server, id));
        List<Seen> changing = server.seen().stream()
                .skip(before)
                .filter(seen -> !seen.method().equals("GET"))
                .toList();
        return new Attempt(came.map(Called::words).orElse("nothing in time"), changing);
    }
}
