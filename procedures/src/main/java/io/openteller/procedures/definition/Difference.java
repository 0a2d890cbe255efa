package io.openteller.procedures.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one definition to another, for reading and for drawing. A node that was given another id is one that is gone
 * and one that is new.
 *
 * @param fields outside the nodes, such as {@code title.en}
 * @param added ids of nodes
 * @param removed ids of nodes
 * @param changed what else than ways changed in nodes that both have
 * @param edges ways that are new, gone, or lead elsewhere; those of added and removed nodes too
 */
public record Difference(
        List<Change> fields, List<String> added, List<String> removed, List<NodeChange> changed, List<EdgeChange> edges) {

    public Difference {
        fields = List.copyOf(fields);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        edges = List.copyOf(edges);
    }

    /** @param field its path; {@code before} null if it is new, {@code after} null if it is gone */
    public record Change(String field, @Nullable JsonNode before, @Nullable JsonNode after) {}

    public record NodeChange(String node, List<Change> fields) {
        public NodeChange {
            fields = List.copyOf(fields);
        }
    }

    /** @param name as {@link Edges.Way} has it; {@code before} and {@code after} are where it led and leads, null if nowhere */
    public record EdgeChange(String from, String name, @Nullable String before, @Nullable String after) {}

    public static Difference between(Definition before, Definition after) {
        ObjectNode old = Definitions.tree(before);
        ObjectNode now = Definitions.tree(after);
        Set<String> ids = new LinkedHashSet<>(Definitions.order(after));
        ids.addAll(Definitions.order(before));
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<NodeChange> changed = new ArrayList<>();
        List<EdgeChange> edges = new ArrayList<>();
        for (String id : ids) {
            Node was = before.nodes().get(id);
            Node is = after.nodes().get(id);
            if (was == null) {
                added.add(id);
            } else if (is == null) {
                removed.add(id);
            } else {
                List<Change> changes = changes(inner(old.path("nodes").path(id)), inner(now.path("nodes").path(id)));
                if (!changes.isEmpty()) {
                    changed.add(new NodeChange(id, changes));
                }
            }
            edges.addAll(edges(id, was, is));
        }
        old.remove("nodes");
        now.remove("nodes");
        return new Difference(changes(old, now), added, removed, changed, edges);
    }

    public boolean isEmpty() {
        return fields.isEmpty() && added.isEmpty() && removed.isEmpty() && changed.isEmpty() && edges.isEmpty();
    }

    private static List<EdgeChange> edges(String id, @Nullable Node was, @Nullable Node is) {
        Map<String, String> before = ways(was);
        Map<String, String> after = ways(is);
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        return names.stream()
                .filter(name -> !java.util.Objects.equals(before.get(name), after.get(name)))
                .map(name -> new EdgeChange(id, name, before.get(name), after.get(name)))
                .toList();
    }

    private static Map<String, String> ways(@Nullable Node node) {
        Map<String, String> ways = new LinkedHashMap<>();
        if (node != null) {
            Edges.of(node).forEach(way -> ways.put(way.name(), way.to()));
        }
        return ways;
    }

    /** A node without its ways. */
    private static JsonNode inner(JsonNode node) {
        ObjectNode inner = node.deepCopy();
        inner.remove(List.of("next", "otherwise", "on"));
        inner.path("cases").forEach(one -> ((ObjectNode) one).remove("next"));
        inner.path("labels").forEach(one -> ((ObjectNode) one).remove("next"));
        return inner;
    }

    private static List<Change> changes(JsonNode before, JsonNode after) {
        Map<String, JsonNode> old = new LinkedHashMap<>();
        Map<String, JsonNode> now = new LinkedHashMap<>();
        leaves("", before, old);
        leaves("", after, now);
        Set<String> fields = new LinkedHashSet<>(now.keySet());
        fields.addAll(old.keySet());
        return fields.stream()
                .filter(field -> !java.util.Objects.equals(old.get(field), now.get(field)))
                .map(field -> new Change(field, old.get(field), now.get(field)))
                .toList();
    }

    private static void leaves(String path, JsonNode tree, Map<String, JsonNode> into) {
        if (tree.isObject()) {
            tree.propertyStream().forEach(
                    field -> leaves(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), into));
        } else if (tree.isArray()) {
            for (int i = 0; i < tree.size(); i++) {
                leaves(path + "[" + i + "]", tree.path(i), into);
            }
        } else {
            into.put(path, tree);
        }
    }
}
