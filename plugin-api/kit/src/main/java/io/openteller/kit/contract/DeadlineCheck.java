package io.openteller.kit.contract;

import io.openteller.kit.contract.StandIn.Does;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The system behind the plugin hangs. */
final class DeadlineCheck extends Check {

    private static final Duration SHORT = Duration.ofMillis(700);

    DeadlineCheck() {
        super(
                "it comes back by the deadline, however long the system behind it takes",
                "context.http() ends by itself at the deadline: let its HttpFault end your call, too. Wait for nothing else"
                        + " without a limit, and try nothing again after a TOO_SLOW");
    }

    @Override
    void run(Subject subject, Notes notes) throws InterruptedException {
        for (Operation operation : subject.operations()) {
            for (Does does : List.of(Does.HANG, Does.HANG_MIDWAY)) {
                try (StandIn server = subject.standIn("bank-a").does(does)) {
                    look(subject, operation, server, notes);
                }
            }
        }
    }

    private static void look(Subject subject, Operation operation, StandIn server, Notes notes)
            throws InterruptedException {
        KitCall call = new KitCall(server, subject.settings(server), Subject.fresh("call"), SHORT);
        Optional<Called> came = Bounded.call(operation, call);
        if (call.reachedOut() || came.isEmpty()) {
            notes.tried();
        }
        if (came.isEmpty()) {
            notes.fault("%s had not come back %d ms after its deadline", operation.name(), Bounded.GRACE.toMillis());
        } else if (came.get().threw()) {
            notes.fault("%s %s at its deadline", operation.name(), came.get().words());
        } else if (call.reachedOut() && came.get().good()) {
            notes.fault("%s says %s although no answer came", operation.name(), came.get().words());
        }
    }
}
