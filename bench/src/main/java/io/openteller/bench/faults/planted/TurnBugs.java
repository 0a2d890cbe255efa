package io.openteller.bench.faults.planted;

import io.openteller.bench.faults.planted.Bugs.Bug;
import io.openteller.platform.conversation.TurnQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Of those who work off turns. */
final class TurnBugs {

    private TurnBugs() {}

    static Bug<TurnQueue> endlessLease(TurnQueue queue) {
        return (product, method, arguments) ->
                method.getName().equals("claim") ? product.claim(Duration.ofHours(1)) : Bug.asItIs(product, method, arguments);
    }

    /** Both must agree on what time it is, or a lease lasts as long as they differ. */
    static Bug<TurnQueue> ownClock(TurnQueue queue, Clock clock) {
        return (product, method, arguments) -> {
            if (!method.getName().equals("claim")) {
                return Bug.asItIs(product, method, arguments);
            }
            Duration ahead = Duration.between(Instant.now(), clock.instant());
            return product.claim(((Duration) arguments[0]).plus(ahead));
        };
    }
}
