package io.openteller.platform.plugin.internal.calls;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The last failures of each bank's plugins, without anything that a customer or a secret could be recognised by. */
@Singleton
class ErrorBook {

    static final int KEPT = 20;

    private final Map<Key, Deque<PluginError>> waiting = new ConcurrentHashMap<>();
    private final ErrorSql rows;
    private final Clock clock;

    ErrorBook(ErrorSql rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    private record Key(Tenant bank, String plugin) {}

    /** One failed call. @param trace of the turn or the call */
    record PluginError(Instant at, String operation, String cause, String trace) {}

    void note(String plugin, String operation, String cause, String trace) {
        PluginError error = new PluginError(clock.instant(), operation, cause, trace);
        waiting.compute(new Key(CurrentTenant.get(), plugin), (key, before) -> {
            Deque<PluginError> last = before == null ? new ArrayDeque<>() : before;
            last.addLast(error);
            if (last.size() > KEPT) {
                last.removeFirst();
            }
            return last;
        });
    }

    Set<Tenant> waiting() {
        return waiting.keySet().stream().map(Key::bank).collect(Collectors.toSet());
    }

    void write() {
        for (Key key : waiting.keySet()) {
            if (key.bank().equals(CurrentTenant.get())) {
                Deque<PluginError> taken = waiting.remove(key);
                if (taken != null) {
                    rows.add(key.plugin(), new ArrayList<>(taken), KEPT);
                }
            }
        }
    }

    List<PluginError> last(String plugin) {
        return rows.last(plugin, KEPT);
    }
}
