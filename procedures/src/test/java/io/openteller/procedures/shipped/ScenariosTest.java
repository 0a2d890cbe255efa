package io.openteller.procedures.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.plugins.sandbox.ClockedSandbox;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.expressions.Bank;
import io.openteller.procedures.expressions.Expressions;
import io.openteller.procedures.machine.Machine;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Conversations with the shipped procedures, through the machine, at the sandbox. */
class ScenariosTest {

    private static final Map<String, Machine> MACHINES = Map.of(
            "meridian", machine("Asia/Kolkata", "INR"), "harbour", machine("Europe/London", "GBP"));

    @TempDir
    static Path filled;

    @TempDir
    Path folders;

    private final Map<Path, Set<String>> served = new LinkedHashMap<>();

    @BeforeAll
    static void the_banks_open() {
        MACHINES.keySet().forEach(bank -> ScenarioBank.fill(filled, bank));
        ClockedSandbox.close();
    }

    @AfterEach
    void the_banks_close() {
        ClockedSandbox.close();
    }

    @TestFactory
    Stream<DynamicTest> scenarios() {
        return all().map(one -> DynamicTest.dynamicTest(one.toString(), () -> play(one)));
    }

    @Test
    void each_procedure_has_six_scenarios_in_english_and_four_in_hindi() {
        assertThat(forCustomers()).allSatisfy(procedure -> {
            List<Scenario> its = Scenario.of(procedure);
            assertThat(its).as(procedure).filteredOn(one -> one.language().equals("en")).hasSizeGreaterThanOrEqualTo(6);
            assertThat(its).as(procedure).filteredOn(one -> one.language().equals("hi")).hasSizeGreaterThanOrEqualTo(4);
        });
    }

    /** Stores in which nothing was done for that customer yet: opening one takes longer than a scenario. */
    private Path fresh(String customer) {
        Path folder = served.entrySet().stream()
                .filter(one -> !one.getValue().contains(customer))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> {
                    Path another = folders.resolve(String.valueOf(served.size()));
                    ScenarioBank.copy(filled, another);
                    return another;
                });
        served.computeIfAbsent(folder, none -> new HashSet<>()).add(customer);
        return folder;
    }

    private void play(Scenario scenario) {
        ScenarioClock clock = new ScenarioClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        String name = ScenarioBank.of(scenario.customer());
        ScenarioBank bank = new ScenarioBank(fresh(scenario.customer()), name, scenario.faults(), clock);
        Played played = new Played(Objects.requireNonNull(MACHINES.get(name)), bank, scenario, clock);
        scenario.steps().forEach(played::does);

        String course = String.join("\n", played.said) + "\n" + played.path();
        assertThat(played.ended.isEmpty() ? "waits" : played.ended).as(course).isEqualTo(scenario.ends());
        assertThat(played.operations).as(course).containsExactlyElementsOf(scenario.operations());
        if (!scenario.passes().isEmpty()) {
            assertThat(path(played, scenario)).as(course).containsSubsequence(scenario.passes());
        }
        Stream.of(scenario.never(), played.secrets(), List.of("${", "null", "not known"))
                .flatMap(Collection::stream)
                .forEach(word -> assertThat(String.join("\n", played.said)).doesNotContain(word));
        scenario.facts().forEach((label, words) ->
                assertThat(played.facts.get(label)).as("%s of %s", label, played.facts).contains(words));
    }

    /** The nodes of its own procedure without the procedure's name. */
    private static List<String> path(Played played, Scenario scenario) {
        return played.path().stream()
                .map(node -> node.replace(scenario.procedure() + "/", ""))
                .toList();
    }

    private static Stream<Scenario> all() {
        return forCustomers().stream().flatMap(procedure -> Scenario.of(procedure).stream());
    }

    private static List<String> forCustomers() {
        return ShippedProcedures.all().stream()
                .filter(one -> !one.trigger().phrases().isEmpty())
                .map(Definition::id)
                .toList();
    }

    private static Machine machine(String zone, String currency) {
        ZoneId here = ZoneId.of(zone);
        return new Machine(new ShippedLibrary(), new Bank(here, List.of("en", "hi"), currency), new Expressions(here));
    }
}
