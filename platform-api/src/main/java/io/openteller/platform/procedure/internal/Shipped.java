package io.openteller.platform.procedure.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Procedures that come with the platform. */
final class Shipped {

    private Shipped() {}

    static Set<String> ids() {
        return Set.of();
    }

    static List<Map<String, Object>> definitions() {
        return List.of();
    }
}
