package io.openteller.procedures.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.procedures.check.Finding.Rule;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the checker works out at once is what walking every way finds. */
class GraphPropertiesTest {

    private final Checker checker = new Checker(TestCatalogue.CATALOGUE, Set.of("en"), Map.of());

    @Provide
    Arbitrary<Definition> graphs() {
        return RandomGraphs.all();
    }

    private Set<String> found(Definition definition, Rule rule) {
        return checker.check(definition).stream()
                .filter(finding -> finding.rule() == rule)
                .map(finding -> String.valueOf(finding.node()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Property(tries = 500)
    void a_node_is_unreachable_if_no_walk_enters_it(@ForAll("graphs") Definition definition) {
        Set<String> never = new TreeSet<>(definition.nodes().keySet());
        never.removeAll(new Explorer(definition).reached());
        assertThat(found(definition, Rule.UNREACHABLE)).isEqualTo(never);
    }

    @Property(tries = 500)
    void assurance_is_missing_if_some_walk_arrives_with_less(@ForAll("graphs") Definition definition) {
        Map<String, Boolean> enough = new Explorer(definition).always(at -> at.level() == Assurance.STEPPED_UP);
        Set<String> short_ = new TreeSet<>();
        enough.forEach((id, always) -> {
            if (!always && definition.nodes().get(id) instanceof Node.Operate) {
                short_.add(id);
            }
        });
        assertThat(found(definition, Rule.ASSURANCE_MISSING)).isEqualTo(short_);
    }

    @Property(tries = 500)
    void a_variable_is_not_assigned_if_some_walk_reads_it_without(@ForAll("graphs") Definition definition) {
        Explorer explorer = new Explorer(definition);
        Set<String> missing = new TreeSet<>();
        explorer.always(at -> at.assigned().containsAll(readAt(definition, explorer, at.node()))).forEach((id, always) -> {
            if (!always) {
                missing.add(id);
            }
        });
        assertThat(found(definition, Rule.NOT_ASSIGNED)).isEqualTo(missing);
    }

    /** A confirm shows what its operation would read. */
    private static Set<String> readAt(Definition definition, Explorer explorer, String id) {
        if (definition.nodes().get(id) instanceof Node.Confirm confirm) {
            return definition.nodes().get(confirm.operation()) instanceof Node.Operate ? explorer.reads(confirm.operation()) : Set.of();
        }
        return explorer.reads(id);
    }

    @Property(tries = 1000)
    void agreement_is_missing_if_some_walk_arrives_without_a_yes_that_is_still_good(@ForAll("graphs") Definition definition) {
        Map<String, Boolean> agreed = new Explorer(definition).always(at -> at.agreed().contains(at.node()));
        Set<String> missing = new TreeSet<>();
        agreed.forEach((id, always) -> {
            boolean asks = definition.nodes().get(id) instanceof Node.Operate operate && operate.operation().domain().equals("profile");
            if (asks && !always) {
                missing.add(id);
            }
        });
        assertThat(found(definition, Rule.CONFIRMATION_MISSING)).isEqualTo(missing);
    }

    @Property(tries = 500)
    void a_dead_end_is_where_no_path_ends(@ForAll("graphs") Definition definition) {
        Explorer explorer = new Explorer(definition);
        Set<String> dead = explorer.reached().stream()
                .filter(id -> !explorer.comesToAnEnd(id, Set.of()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found(definition, Rule.DEAD_END)).isEqualTo(dead);
    }

    @Property(tries = 500)
    void a_person_is_too_far_if_every_path_takes_more_than_three_turns(@ForAll("graphs") Definition definition) {
        Explorer explorer = new Explorer(definition);
        Set<String> far = explorer.reached().stream()
                .filter(id -> explorer.comesToAnEnd(id, Set.of()))
                .filter(id -> id.equals("n0") || explorer.comesToATurn(id, Set.of()))
                .filter(id -> explorer.turnsToPerson(id, Set.of()) > 3)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found(definition, Rule.NO_PERSON_WITHIN_REACH)).isEqualTo(far);
    }

    @Property(tries = 500)
    void a_loop_without_a_bound_is_found_at_one_of_its_nodes(@ForAll("graphs") Definition definition) {
        Explorer explorer = new Explorer(definition);
        Set<String> spinning = explorer.reached().stream()
                .filter(id -> explorer.spins(id, id, Set.of()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = found(definition, Rule.LOOP_WITHOUT_BOUND);
        assertThat(spinning).containsAll(found);
        assertThat(found.isEmpty()).isEqualTo(spinning.isEmpty());
    }

    @Property(tries = 300)
    void findings_do_not_depend_on_the_order_in_which_nodes_were_written(@ForAll("graphs") Definition definition) {
        Map<String, Node> turned = new java.util.LinkedHashMap<>();
        List.copyOf(definition.nodes().keySet()).reversed().forEach(id -> turned.put(id, definition.nodes().get(id)));
        Definition other = new Definition(definition.id(), definition.title(), definition.trigger(), definition.inputs(),
                definition.variables(), definition.start(), turned);
        assertThat(without(checker.check(other))).isEqualTo(without(checker.check(definition)));
    }

    /** Which node of a loop is named may depend on it. */
    private static List<Finding> without(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.rule() != Rule.LOOP_WITHOUT_BOUND).toList();
    }
}
