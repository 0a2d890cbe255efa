package io.openteller.platform.coordination;

import java.time.Duration;
import java.util.Optional;

/** Limits shared by all replicas; held by each replica for itself while Redis cannot be reached. */
public interface RateLimits {

    /**
     * Uses one of the permits.
     *
     * @param key what is limited and who, for example {@code sessions:…}; what comes before the colon is counted apart
     * @param permits how many there are per {@code window}; they come back evenly
     * @return how long to wait for the next permit; empty when one was there
     */
    Optional<Duration> take(String key, int permits, Duration window);
}
