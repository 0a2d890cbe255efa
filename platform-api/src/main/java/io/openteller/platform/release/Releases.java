package io.openteller.platform.release;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The current bank's releases. */
public interface Releases {

    /** Number of the release in force; 0 before anything was configured. Inside {@link #holding} the one that is held. */
    long current();

    /** The same as this process knew it about a second ago at most: what a turn begins with. */
    long lately();

    /** Runs {@code work} on one release: whatever it asks on this thread is told that number, also if another one came into force since. */
    <T> T holding(long release, ScopedValue.CallableOp<T, RuntimeException> work);

    /**
     * Records a change, in the caller's transaction if one is open, so that change and number commit together.
     *
     * @param by who changed it
     * @param what for example {@code document:card-fees}
     * @param before the state that it replaces, as short text; null for something new
     */
    long publish(String by, String what, @Nullable String before, @Nullable String after);

    /** Newest first. */
    List<Release> list(int limit);

    /** One numbered state of the configuration. */
    record Release(
            long number,
            Instant at,
            String by,
            String what,
            @Nullable String before,
            @Nullable String after) {}
}
