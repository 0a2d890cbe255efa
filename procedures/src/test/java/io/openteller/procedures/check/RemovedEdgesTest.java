package io.openteller.procedures.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Definitions;
import io.openteller.procedures.definition.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Takes every single way out of every good procedure, one at a time. */
class RemovedEdgesTest {

    private static final Path GOOD = Path.of("src/test/resources/good");

    static Stream<Path> good() throws Exception {
        try (Stream<Path> files = Files.list(GOOD)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void an_edge_that_can_be_taken_is_missed_at_its_node_when_it_is_gone(Path file) throws Exception {
        Map<String, Definition> known = new TreeMap<>();
        for (Path one : good().toList()) {
            Definition definition = Definitions.read(Files.readString(one));
            known.put(definition.id(), definition);
        }
        Checker checker = new Checker(TestCatalogue.CATALOGUE, Set.of("en"), known);
        Definition definition = Definitions.read(Files.readString(file));
        int removed = 0;
        for (Map.Entry<String, Node> entry : definition.nodes().entrySet()) {
            List<String> edges = Definitions.tree(definition).path("nodes").path(entry.getKey()).path("on").propertyStream().map(Map.Entry::getKey).toList();
            for (String edge : edges) {
                boolean needed = Exits.required(entry.getValue()).stream()
                        .anyMatch(one -> io.openteller.procedures.definition.Edges.name(one).equals(edge));
                if (needed) {
                    ObjectNode tree = Definitions.tree(definition);
                    ((ObjectNode) tree.at("/nodes/" + entry.getKey() + "/on")).remove(edge);
                    assertThat(checker.check(Definitions.of(tree))).as("%s without %s", entry.getKey(), edge)
                            .anyMatch(finding -> finding.rule() == Finding.Rule.EDGE_MISSING && entry.getKey().equals(finding.node()));
                    removed++;
                }
            }
            ObjectNode tree = Definitions.tree(definition);
            if (((ObjectNode) tree.at("/nodes/" + entry.getKey())).remove("next") != null) {
                assertThat(checker.check(tree.toString()))
                        .anyMatch(finding -> finding.rule() == Finding.Rule.BAD_DEFINITION && entry.getKey().equals(finding.node()));
                removed++;
            }
        }
        assertThat(removed).isGreaterThan(10);
    }
}
