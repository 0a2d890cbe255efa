package io.openteller.bench.turns;

import io.openteller.bench.patrons.Tally;
import java.time.Duration;

/**
 * What came of some time in which customers talked.
 *
 * @param waiting turns that were waiting for their answer, on average
 */
record Measured(Tally tally, Duration time, Costs costs, double waiting) {

    double seconds() {
        return time.toMillis() / 1000.0;
    }

    double perSecond() {
        return tally.turns() / seconds();
    }

    /** Messages alone: steps such as a code are turns, too. */
    double messagesPerSecond() {
        return tally.accept().getTotalCount() / seconds();
    }
}
