package io.openteller.platform.tenancy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What a bank changes seldom and every turn asks for, looked up anew after {@link #HOLDS}: so late another replica's change is seen.
 * Who changes it calls {@link #forget} when that is committed. Safe for concurrent use.
 */
public final class Lately<T> {

    private static final Duration HOLDS = Duration.ofSeconds(2);

    private final Map<UUID, Seen<T>> known = new ConcurrentHashMap<>();

    private record Seen<T>(T value, long at) {}

    /** Of the current bank. */
    public T of(Supplier<T> look) {
        UUID bank = CurrentTenant.get().id();
        Seen<T> seen = known.get(bank);
        long now = System.nanoTime();
        if (seen != null && now - seen.at() < HOLDS.toNanos()) {
            return seen.value();
        }
        T value = look.get();
        known.put(bank, new Seen<>(value, now));
        return value;
    }

    /** Of the current bank. */
    public void forget() {
        known.remove(CurrentTenant.get().id());
    }
}
