package io.openteller.platform.plugin.internal.calls;

import io.openteller.packages.Manifest.Resources;
import java.time.Duration;

/** How much of a plugin a bank may use. */
public record Bounds(int timeoutMillis, int callsPerSecond, int callsAtOnce) {

    public static Bounds of(Resources declared) {
        return new Bounds(declared.timeoutMillis(), declared.callsPerSecond(), declared.callsAtOnce());
    }

    Duration within(Duration asked) {
        Duration most = Duration.ofMillis(timeoutMillis);
        return asked.compareTo(most) < 0 ? asked : most;
    }
}
