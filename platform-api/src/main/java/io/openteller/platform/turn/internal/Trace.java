package io.openteller.platform.turn.internal;

import io.openteller.platform.turn.Decision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Times the steps of one turn. Used by one thread. */
final class Trace {

    private final Clock clock;
    private final Instant start;
    private final List<Decision.Step> steps = new ArrayList<>();

    Trace(Clock clock) {
        this.clock = clock;
        this.start = clock.instant();
    }

    <T> T step(String name, Supplier<T> work, Function<T, String> note) {
        Instant begun = clock.instant();
        T result = work.get();
        long millis = Duration.between(begun, clock.instant()).toMillis();
        steps.add(new Decision.Step(name, millis, note.apply(result)));
        return result;
    }

    List<Decision.Step> steps() {
        return List.copyOf(steps);
    }

    long millis() {
        return Duration.between(start, clock.instant()).toMillis();
    }
}
