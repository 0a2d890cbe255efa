package io.openteller.platform.llm.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets a model rest that failed several times in a row, or said when to come again. After the rest one call tries; the others
 * go on without until it is back. Per bank and model, on this replica.
 */
@Singleton
class Breakers {

    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final Map<String, State> states = new ConcurrentHashMap<>();
    private final Clock clock;

    Breakers(Clock clock) {
        this.clock = clock;
    }

    /** @param restsUntil null while it is asked as usual */
    private record State(int failures, @Nullable Instant restsUntil) {}

    private static String key(Route route) {
        return CurrentTenant.get().id() + "/" + route.plugin() + "/" + route.model();
    }

    /** Whether to ask. After a rest only the first caller is told yes, until the rest is over again or the model is back. */
    boolean admits(Route route) {
        Instant now = clock.instant();
        boolean[] admitted = {true};
        states.computeIfPresent(key(route), (key, state) -> {
            if (state.restsUntil() == null) {
                return state;
            }
            admitted[0] = !now.isBefore(state.restsUntil());
            return admitted[0] ? new State(state.failures(), now.plus(REST)) : state;
        });
        return admitted[0];
    }

    void succeeded(Route route) {
        states.remove(key(route));
    }

    /** @param retryAfter when the model said it; null if not */
    void failed(Route route, @Nullable Duration retryAfter) {
        Instant now = clock.instant();
        states.compute(key(route), (key, before) -> {
            int failures = before == null ? 1 : before.failures() + 1;
            if (retryAfter != null) {
                Duration rest = retryAfter.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : retryAfter;
                return new State(failures, now.plus(rest));
            }
            return new State(failures, failures >= FAILURES ? now.plus(REST) : null);
        });
    }
}
