package io.openteller.platform.plugin.internal.calls;

import io.openteller.platform.plugin.Installation.Health;
import io.openteller.platform.plugin.Installation.Health.State;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How the last call or check of each plugin went, as this replica saw it. */
@Singleton
public class Healths {

    private static final Health UNKNOWN = new Health(State.UNKNOWN, null, null);

    private final Map<Key, Health> last = new ConcurrentHashMap<>();
    private final Clock clock;

    Healths(Clock clock) {
        this.clock = clock;
    }

    private record Key(UUID bank, String plugin) {}

    private static Key key(String plugin) {
        return new Key(CurrentTenant.get().id(), plugin);
    }

    public Health of(String plugin) {
        return last.getOrDefault(key(plugin), UNKNOWN);
    }

    public void up(String plugin, @Nullable String detail) {
        last.put(key(plugin), new Health(State.UP, clock.instant(), detail));
    }

    public void down(String plugin, String detail) {
        last.put(key(plugin), new Health(State.DOWN, clock.instant(), detail));
    }

    /** What was known was known of other settings. */
    public void forget(String plugin) {
        last.remove(key(plugin));
    }
}
