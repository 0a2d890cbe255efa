package io.openteller.procedures.check;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects, each thing once. */
class Findings {

    private final Set<Finding> found = new LinkedHashSet<>();

    void add(Finding.Rule rule, @Nullable String node, String message) {
        found.add(new Finding(rule, node, message));
    }

    /** Those of the procedure as a whole first, then by node in the given order, then by rule. */
    List<Finding> sorted(Map<String, Integer> places) {
        return found.stream()
                .sorted(Comparator.comparingInt((Finding one) ->
                                one.node() == null ? -1 : places.getOrDefault(one.node(), Integer.MAX_VALUE))
                        .thenComparing(Finding::rule))
                .toList();
    }
}
