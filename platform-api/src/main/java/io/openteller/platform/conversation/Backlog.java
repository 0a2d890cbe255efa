package io.openteller.platform.conversation;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** What waits to be done in conversations. */
public interface Backlog {

    /** Turns that could be answered now and that nobody works on, of each bank where any are. */
    Map<UUID, Waiting> turns();

    /** @param oldest for how long the one that came first has waited; zero when none waits */
    record Waiting(long count, Duration oldest) {

        public static final Waiting NONE = new Waiting(0, Duration.ZERO);
    }
}
