package io.openteller.platform.plugin.internal.calls;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How many calls a bank has with a plugin at once, and how many in a second. Each replica counts its own. */
@Singleton
class Gates {

    private final Map<Key, Gate> gates = new ConcurrentHashMap<>();
    private final TimeMeter time;

    @Inject
    Gates() {
        this(System::nanoTime);
    }

    Gates(LongSupplier nanos) {
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    private record Key(UUID bank, String plugin) {}

    /** A gate holds for the bounds that it was made with. */
    Gate of(String plugin, Bounds bounds) {
        return gates.compute(
                new Key(CurrentTenant.get().id(), plugin),
                (key, before) -> before != null && before.bounds.equals(bounds) ? before : new Gate(bounds, time));
    }

    /** One bank's way to one plugin. */
    static final class Gate {

        private final Bounds bounds;
        private final Semaphore room;
        private final Bucket pace;

        private Gate(Bounds bounds, TimeMeter time) {
            this.bounds = bounds;
            this.room = new Semaphore(bounds.callsAtOnce());
            int each = bounds.callsPerSecond();
            this.pace = Bucket.builder()
                    .addLimit(limit -> limit.capacity(each).refillGreedy(each, Duration.ofSeconds(1)))
                    .withCustomTimePrecision(time)
                    .build();
        }

        /** @return why not; null when the call is let in, which must {@link #leave} then */
        @Nullable String enter() {
            if (!room.tryAcquire()) {
                return "too many calls at once: this bank may have " + bounds.callsAtOnce();
            }
            if (!pace.tryConsume(1)) {
                room.release();
                return "too many calls: this bank may make " + bounds.callsPerSecond() + " in a second";
            }
            return null;
        }

        void leave() {
            room.release();
        }
    }
}
