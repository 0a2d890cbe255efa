package io.openteller.kit.contract;

import io.openteller.kit.contract.StandIn.Does;
import java.time.Duration;
import java.util.Optional;

/** Nobody waits any more. */
final class CancellationCheck extends Check {

    private static final Duration TO_BEGIN = Duration.ofSeconds(3);

    CancellationCheck() {
        super(
                "it comes back soon after its caller has gone",
                "the thread of a call is interrupted then, and context.http() ends with CANCELLED: catch neither to go on. Threads"
                        + " of your own look at context.cancelled()");
    }

    @Override
    void run(Subject subject, Notes notes) throws InterruptedException {
        for (Operation operation : subject.operations()) {
            try (StandIn server = subject.standIn("bank-a").does(Does.HANG)) {
                KitCall call = subject.call(server);
                Bounded running = Bounded.begin(operation, call);
                if (!begun(call, running)) {
                    continue;
                }
                notes.tried();
                call.cancel();
                running.interrupt();
                Optional<Called> came = running.within(Bounded.GRACE);
                if (came.isEmpty()) {
                    notes.fault("%s had not come back %d ms after its caller had gone", operation.name(), Bounded.GRACE.toMillis());
                } else if (came.get().good()) {
                    notes.fault("%s says %s although it was cancelled", operation.name(), came.get().words());
                }
            }
        }
    }

    /** Waits until it waits for the system; false if it never asks it. */
    private static boolean begun(KitCall call, Bounded running) throws InterruptedException {
        long end = System.nanoTime() + TO_BEGIN.toNanos();
        while (!call.reachedOut() && !running.ended() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        return !running.ended();
    }
}
