package io.openteller.platform.procedure.internal;

import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Definitions;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.shipped.ShippedProcedures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Procedures that come with the platform. */
final class Shipped {

    private Shipped() {}

    static Set<String> ids() {
        return ShippedProcedures.all().stream().map(Definition::id).collect(Collectors.toSet());
    }

    static List<Map<String, Object>> definitions() {
        return ShippedProcedures.all().stream()
                .map(one -> Pages.object(Definitions.json(one)))
                .toList();
    }

    /** Those that others call come before them, since nothing can be published that calls what there is not. */
    static List<Definition> calledFirst() {
        Map<String, Definition> all = new LinkedHashMap<>();
        ShippedProcedures.all().forEach(one -> all.put(one.id(), one));
        Map<String, Definition> ordered = new LinkedHashMap<>();
        all.values().forEach(one -> add(one, all, ordered));
        return new ArrayList<>(ordered.values());
    }

    private static void add(Definition one, Map<String, Definition> all, Map<String, Definition> ordered) {
        for (Node node : one.nodes().values()) {
            if (node instanceof Node.Subflow called && all.containsKey(called.procedure())) {
                add(all.get(called.procedure()), all, ordered);
            }
        }
        ordered.putIfAbsent(one.id(), one);
    }
}
