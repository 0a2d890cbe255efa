package io.openteller.procedures.check;

import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.procedures.check.Summary.Ending;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.End;
import io.openteller.procedures.definition.Node.End.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The procedures that one may call, and what each does. */
class Known {

    private final Map<String, Definition> procedures;
    private final Map<String, Summary> summaries = new HashMap<>();

    Known(Map<String, Definition> procedures) {
        this.procedures = procedures;
    }

    Optional<Definition> find(String procedure) {
        return Optional.ofNullable(procedures.get(procedure));
    }

    Summary summary(String procedure) {
        Summary known = summaries.get(procedure);
        Definition definition = procedures.get(procedure);
        if (known != null || definition == null) {
            return known == null ? Summary.OF_UNKNOWN : known;
        }
        // Stands for itself while it is worked out: a procedure that calls itself is found out elsewhere.
        summaries.put(procedure, Summary.OF_UNKNOWN);
        Summary summary = sum(definition);
        summaries.put(procedure, summary);
        return summary;
    }

    /** The procedures that this one calls, whichever way, by the chain of calls that leads back to it; empty if none does. */
    List<String> wayBack(String procedure, String called) {
        return wayBack(procedure, called, new HashSet<>());
    }

    private List<String> wayBack(String procedure, String called, Set<String> seen) {
        if (called.equals(procedure)) {
            return List.of(called);
        }
        if (!seen.add(called) || !procedures.containsKey(called)) {
            return List.of();
        }
        for (Node node : procedures.get(called).nodes().values()) {
            if (node instanceof Node.Subflow subflow) {
                List<String> rest = wayBack(procedure, subflow.procedure(), seen);
                if (!rest.isEmpty()) {
                    return java.util.stream.Stream.concat(java.util.stream.Stream.of(called), rest.stream()).toList();
                }
            }
        }
        return List.of();
    }

    private Summary sum(Definition definition) {
        Graph graph = new Graph(definition);
        Map<String, Assurance> levels = Assurances.at(definition, graph, this);
        Map<String, Set<String>> assigned = Assignments.at(definition, graph, this, definition.inputs().keySet());
        return new Summary(
                ending(definition, graph, levels, assigned, end -> end.outcome() != Outcome.STOPPED),
                ending(definition, graph, levels, assigned, end -> end.outcome() == Outcome.STOPPED),
                new Distances(definition, graph, this).toPerson(graph.start()));
    }

    private Ending ending(
            Definition definition,
            Graph graph,
            Map<String, Assurance> levels,
            Map<String, Set<String>> assigned,
            Predicate<End> such) {
        List<String> ends = graph.reachable().stream()
                .filter(id -> definition.nodes().get(id) instanceof End end && such.test(end))
                .toList();
        Assurance least = Assurance.STEPPED_UP;
        Set<String> always = null;
        for (String end : ends) {
            Assurance level = levels.getOrDefault(end, Assurance.ANONYMOUS);
            least = level.compareTo(least) < 0 ? level : least;
            Set<String> here = assigned.getOrDefault(end, Set.of());
            if (always == null) {
                always = new HashSet<>(here);
            } else {
                always.retainAll(here);
            }
        }
        int turns = new Distances(definition, graph, this).to(Set.copyOf(ends), graph.start());
        return new Ending(turns, least, always);
    }
}
