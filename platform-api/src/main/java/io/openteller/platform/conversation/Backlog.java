package io.openteller.platform.conversation;

import java.time.Duration;

/** What waits to be done in conversations. All methods act for the current tenant. */
public interface Backlog {

    /** Turns that could be answered now and that nobody works on, counted up to 5,000. */
    Waiting turns();

    /** Changes that are not known to have been told. */
    Waiting changes();

    /** @param oldest for how long the one that came first has waited; zero when none waits */
    record Waiting(long count, Duration oldest) {}
}
