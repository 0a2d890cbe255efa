package io.openteller.kit.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call that nobody waits for longer than a plugin may take. */
final class Bounded {

    /** After its deadline, or after it was cancelled. A busy machine is no fault of the plugin's. */
    static final Duration GRACE = Duration.ofMillis(1500);

    private final Thread thread;
    private final CompletableFuture<Called> result = new CompletableFuture<>();

    private Bounded(Operation operation, KitCall call) {
        thread = Thread.ofPlatform().daemon().name("kit-call").start(() -> {
            try {
                result.complete(operation.call(call));
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
    }

    static Bounded begin(Operation operation, KitCall call) {
        return new Bounded(operation, call);
    }

    /** Empty if it has not come back soon after its deadline. */
    static Optional<Called> call(Operation operation, KitCall call) throws InterruptedException {
        Duration left = Duration.between(Instant.now(), call.deadline());
        return begin(operation, call).within(left.plus(GRACE));
    }

    Optional<Called> within(Duration time) throws InterruptedException {
        try {
            return Optional.of(result.get(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            // So that a thread that listens goes; what does not is seen when the plugin is closed.
            thread.interrupt();
            return Optional.empty();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the contract could not ask", broken.getCause());
        }
    }

    void interrupt() {
        thread.interrupt();
    }

    boolean ended() {
        return result.isDone();
    }
}
