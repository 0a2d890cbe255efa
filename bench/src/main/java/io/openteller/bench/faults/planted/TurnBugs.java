package io.openteller.bench.faults.planted;

import io.openteller.bench.faults.planted.Bugs.Bug;
import io.openteller.platform.conversation.TurnQueue;
import java.time.Duration;

/** Of those who work off turns. */
final class TurnBugs {

    private TurnBugs() {}

    static Bug<TurnQueue> endlessLease(TurnQueue queue) {
        return (product, method, arguments) ->
                method.getName().equals("claim") ? product.claim(Duration.ofHours(1)) : Bug.asItIs(product, method, arguments);
    }
}
