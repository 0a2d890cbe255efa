package io.openteller.procedures.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec.Confirmation;
import io.openteller.procedures.machine.RunState.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for any definition, however broken, and anything that may happen, in any order. */
class MachinePropertiesTest {

    private static final int EVENTS = 40;

    private record Ran(List<Event> events, List<Step> steps, Machine machine) {}

    private static Ran run(long seed) {
        Worlds worlds = new Worlds(seed);
        Machine machine = worlds.procedures().machine();
        Instant at = Procedures.NOW;
        List<Event> events = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        steps.add(machine.start(Worlds.start(seed % 3 == 0 ? "block my debit card, 500 rupees" : "")));
        while (events.size() < EVENTS) {
            at = at.plus(worlds.pause());
            RunState state = steps.getLast().state();
            Event event = worlds.event(state, at);
            events.add(event);
            steps.add(machine.on(state, event));
        }
        return new Ran(events, steps, machine);
    }

    @Property(tries = 600)
    void it_never_throws_and_always_waits_for_something_or_is_over(@ForAll long seed) {
        for (Step step : run(seed).steps()) {
            RunState state = step.state();
            switch (state.status()) {
                case RUNNING, SET_ASIDE -> assertThat(state.waiting()).isNotNull();
                case FINISHED, HANDED_OVER, CANCELLED -> assertThat(state.waiting()).isNull();
            }
            assertThat(step.effects()).noneMatch(effect ->
                    effect instanceof Effect.HandOver over && over.reason().startsWith("a fault of the platform"));
        }
    }

    @Property(tries = 300)
    void the_same_events_give_the_same_steps_also_from_states_that_were_written_and_read(@ForAll long seed) {
        Ran ran = run(seed);
        Ran again = run(seed);
        assertThat(again.steps()).isEqualTo(ran.steps());
        for (int at = 0; at < ran.events().size(); at++) {
            String written = RunStates.write(ran.steps().get(at).state());
            Step resumed = again.machine().on(RunStates.read(written), ran.events().get(at));

            assertThat(RunStates.write(RunStates.read(written))).isEqualTo(written);
            assertThat(RunStates.write(resumed.state())).isEqualTo(RunStates.write(ran.steps().get(at + 1).state()));
            assertThat(resumed.effects()).hasToString(ran.steps().get(at + 1).effects().toString());
        }
    }

    @Property(tries = 600)
    void a_step_is_named_once_and_for_one_input(@ForAll long seed) {
        Set<String> named = new HashSet<>();
        for (Step step : run(seed).steps()) {
            for (Effect effect : step.effects()) {
                String name = switch (effect) {
                    case Effect.Perform perform -> perform.step();
                    case Effect.Compensate compensate -> compensate.step();
                    case Effect.Confirm confirm -> confirm.step();
                    case Effect.Approve approve -> approve.step();
                    case Effect.Verify verify -> verify.step();
                    case Effect.Say say -> null;
                    case Effect.Offer offer -> null;
                    case Effect.Settle settle -> null;
                    case Effect.Timer timer -> null;
                    case Effect.AnswerElsewhere elsewhere -> null;
                    case Effect.SetAside aside -> null;
                    case Effect.HandOver over -> null;
                    case Effect.Finish finish -> null;
                };
                assertThat(name == null || named.add(name)).as(name).isTrue();
            }
        }
    }

    @Property(tries = 600)
    void nothing_that_must_be_agreed_to_is_done_without_a_yes_to_exactly_that(@ForAll long seed) {
        Ran ran = run(seed);
        Map<String, String> asked = new HashMap<>();
        Set<String> given = new HashSet<>();
        Set<String> used = new HashSet<>();
        for (int at = 0; at < ran.steps().size(); at++) {
            if (at > 0) {
                switch (ran.events().get(at - 1)) {
                    case Event.Confirmed confirmed when confirmed.accepted() -> given.add(confirmed.step());
                    case Event.Approved approved when approved.agreed() -> given.add(approved.step());
                    default -> {}
                }
            }
            for (Effect effect : ran.steps().get(at).effects()) {
                switch (effect) {
                    case Effect.Confirm confirm -> asked.put(confirm.step(), confirm.operation() + " " + confirm.input());
                    case Effect.Approve approve -> asked.put(approve.step(), approve.operation() + " " + approve.input());
                    case Effect.Perform perform -> {
                        boolean must = Catalogue.standard().find(perform.operation().toString()).orElseThrow().confirmation()
                                == Confirmation.CUSTOMER;
                        assertThat(perform.confirmedBy() != null || !must).isTrue();
                        for (String by : agreements(perform)) {
                            assertThat(asked).containsEntry(by, perform.operation() + " " + perform.input());
                            assertThat(given).contains(by);
                            assertThat(used.add(by)).as("one yes, one time").isTrue();
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    @Property(tries = 600)
    void what_is_over_stays_over_and_ends_are_said_once(@ForAll long seed) {
        int ends = 0;
        Status over = null;
        for (Step step : run(seed).steps()) {
            ends += (int) step.effects().stream()
                    .filter(effect -> effect instanceof Effect.Finish || effect instanceof Effect.HandOver)
                    .count();
            Status status = step.state().status();
            if (over != null) {
                assertThat(status).isEqualTo(over);
                assertThat(step.effects()).isEmpty();
            } else if (status != Status.RUNNING && status != Status.SET_ASIDE) {
                over = status;
            }
        }
        assertThat(ends).isEqualTo(over == null ? 0 : 1);
    }

    /** That the worlds are not too broken to mean anything: every kind of wait and end is met. */
    @Property(tries = 1)
    void the_worlds_are_worth_going_through() {
        Set<String> met = new HashSet<>();
        int performed = 0;
        int agreed = 0;
        int corrected = 0;
        for (long seed = 0; seed < 600; seed++) {
            for (Step step : run(seed).steps()) {
                met.add(step.state().status().name());
                RunState.Waiting waiting = step.state().waiting();
                if (waiting != null) {
                    met.add(waiting.what().name());
                }
                for (Effect effect : step.effects()) {
                    met.add(effect.getClass().getSimpleName());
                    performed += effect instanceof Effect.Perform ? 1 : 0;
                    agreed += effect instanceof Effect.Perform one && !agreements(one).isEmpty() ? 1 : 0;
                    corrected += effect instanceof Effect.Say say && say.text().contains("changed that") ? 1 : 0;
                }
            }
        }
        for (Status status : Status.values()) {
            assertThat(met).contains(status.name());
        }
        for (RunState.Waiting.For what : RunState.Waiting.For.values()) {
            assertThat(met).contains(what.name());
        }
        assertThat(met).contains("Settle", "SetAside", "AnswerElsewhere", "Offer", "Timer", "Perform", "Finish", "HandOver");
        assertThat(performed).isGreaterThan(300);
        assertThat(agreed).isGreaterThan(20);
        assertThat(corrected).isGreaterThan(10);
    }

    private static List<String> agreements(Effect.Perform perform) {
        List<String> by = new ArrayList<>();
        if (perform.confirmedBy() != null) {
            by.add(perform.confirmedBy());
        }
        if (perform.approvedBy() != null) {
            by.add(perform.approvedBy());
        }
        return by;
    }
}
