package io.openteller.platform.routing.internal;

import io.openteller.platform.routing.Route;
import io.openteller.platform.routing.Snapshot;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One rule: looks at the snapshot and chooses a route, or says why not. */
record Rule(String name, Function<Snapshot, Finding> test) {

    /** @param route null when the rule does not fit */
    record Finding(@Nullable Route route, String why) {}

    static Finding fits(Route route, String why) {
        return new Finding(route, why);
    }

    static Finding not(String why) {
        return new Finding(null, why);
    }
}
