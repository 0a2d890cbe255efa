package io.openteller.procedures.shipped;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.operations.OperationSpec.Audience;
import io.openteller.operations.OperationSpec.Confirmation;
import io.openteller.procedures.machine.Effect;
import io.openteller.procedures.machine.Event;
import io.openteller.procedures.machine.Event.Result;
import io.openteller.procedures.machine.Event.Understood;
import io.openteller.procedures.machine.Machine;
import io.openteller.procedures.machine.RunState;
import io.openteller.procedures.machine.Start;
import io.openteller.procedures.machine.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A scenario while it is played: the customer and everybody else on one side, the machine on the other. */
final class Played {

    private final Machine machine;
    private final ScenarioBank bank;
    private final Scenario scenario;
    private final ScenarioClock clock;
    private final List<String> heard = new ArrayList<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> secret = new HashSet<>();
    private final Map<String, Effect.Perform> undone = new HashMap<>();
    private RunState state;
    private Effect.@Nullable Verify verify;
    private Effect.@Nullable Confirm confirm;
    private Effect.@Nullable Approve approve;
    private Effect.@Nullable Timer timer;

    final List<String> said = new ArrayList<>();
    final List<String> operations = new ArrayList<>();
    String ended = "";
    Map<String, String> facts = Map.of();

    Played(Machine machine, ScenarioBank bank, Scenario scenario, ScenarioClock clock) {
        this.machine = machine;
        this.bank = bank;
        this.scenario = scenario;
        this.clock = clock;
        Step first = machine.start(new Start(
                // Steps name calls at the bank, and another scenario may have been there.
                Integer.toHexString(scenario.toString().hashCode()),
                scenario.procedure(),
                1,
                JsonNodeFactory.instance.objectNode(),
                scenario.language(),
                Assurance.valueOf(scenario.assurance()),
                scenario.begins(),
                clock.instant()));
        this.state = first.state();
        carryOut(first.effects());
    }

    List<String> path() {
        return state.path();
    }

    void does(Scenario.Did did) {
        if (did.verb().equals("hears")) {
            assertThat(String.join("\n", heard)).contains(did.what());
            return;
        }
        if (did.verb().equals("later")) {
            clock.forward(Duration.parse(did.object()));
            return;
        }
        heard.clear();
        RunState before = state;
        Step step = machine.on(state, event(did));
        assertThat(step.state()).as("%s %s is heard", did.verb(), did.what()).isNotSameAs(before);
        state = step.state();
        carryOut(step.effects());
    }

    private Event event(Scenario.Did did) {
        Instant at = clock.instant();
        return switch (did.verb()) {
            case "writes" -> new Event.Message(at, did.object(), understood("", false, false));
            case "asks" -> new Event.Message(at, did.object(), understood("fees", false, true));
            case "wants" -> new Event.Message(at, did.object(), understood("talk_to_person", true, false));
            case "proves", "fails" -> {
                Effect.Verify asked = requireNonNull(verify, "nobody asks who the customer is");
                assertThat(asked.methods()).extracting(Enum::name).containsExactly(did.object());
                yield new Event.Verified(at, asked.step(), did.verb().equals("proves"));
            }
            case "confirms", "declines" -> {
                Effect.Confirm asked = requireNonNull(confirm, "nobody asks for a yes");
                assertThat(asked.operation().toString()).startsWith(did.object() + "/");
                yield new Event.Confirmed(at, asked.step(), did.verb().equals("confirms"));
            }
            case "agrees", "refuses" -> {
                Effect.Approve asked = requireNonNull(approve, "nobody asks a colleague");
                assertThat(asked.team()).isEqualTo(did.object());
                yield new Event.Approved(at, asked.step(), did.verb().equals("agrees"));
            }
            case "silence" -> {
                Effect.Timer due = requireNonNull(timer, "nothing ends by itself");
                clock.to(due.due());
                yield new Event.TimerRang(clock.instant(), due.step());
            }
            case "happens" -> new Event.Occurred(at, did.object(), JsonNodeFactory.instance.objectNode());
            default -> throw new IllegalArgumentException("no such step: " + did.verb());
        };
    }

    private Understood understood(String intent, boolean person, boolean question) {
        return new Understood(scenario.language(), intent, intent.isEmpty() ? 0 : 0.95, person, question);
    }

    private void carryOut(List<Effect> effects) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Say say -> hear(say.text());
                case Effect.Verify asked -> verify = asked;
                case Effect.Confirm asked -> {
                    confirm = asked;
                    hear(asked.text() == null ? "" : asked.text());
                }
                case Effect.Approve asked -> approve = asked;
                case Effect.Timer set -> timer = set;
                case Effect.Offer offer -> hear(String.join("\n", offer.labels()));
                case Effect.AnswerElsewhere elsewhere -> hear(elsewhere.reminder());
                case Effect.Settle settle -> settle(settle);
                case Effect.HandOver person -> {
                    ended = "person " + person.team();
                    facts = person.facts();
                }
                case Effect.Finish finish -> ended = finish.outcome().name();
                case Effect.SetAside aside -> ended = "aside " + aside.procedure();
                case Effect.Compensate compensate -> takeBack(compensate);
                case Effect.Perform perform -> perform(perform);
            }
        }
    }

    private void hear(String text) {
        heard.add(text);
        said.add(text);
    }

    private void settle(Effect.Settle settle) {
        Step step = machine.on(state, new Event.Confirmed(clock.instant(), settle.step(), settle.accepted()));
        state = step.state();
        carryOut(step.effects());
    }

    /** What the platform would never let pass fails here. */
    private void perform(Effect.Perform perform) {
        OperationSpec spec = Catalogue.standard().find(perform.operation().toString()).orElseThrow();
        operations.add(spec.name().domain() + "." + spec.name().operation());
        assertThat(state.assurance()).as("assurance for " + spec.name()).isGreaterThanOrEqualTo(spec.assurance());
        assertThat(ScenarioBank.faults(spec, perform)).as("input of " + spec.name()).isEmpty();
        if (spec.confirmation() == Confirmation.CUSTOMER) {
            assertThat(perform.confirmedBy()).as("the customer's yes to " + spec.name()).isNotNull();
        }
        Result result = mayPass(perform, spec)
                ? bank.perform(scenario.customer(), perform, spec)
                : new Result.Refused("a second person must agree");
        if (result instanceof Result.Done(JsonNode output)) {
            texts(output, spec.audience() == Audience.CUSTOMER ? open : secret);
            perform.takenBack(output).ifPresent(undoing -> undone.put(perform.step(), undoing));
        }
        Step step = machine.on(state, new Event.Performed(clock.instant(), perform.step(), result));
        state = step.state();
        carryOut(step.effects());
    }

    private void takeBack(Effect.Compensate compensate) {
        List<String> left = new ArrayList<>();
        for (String made : compensate.steps()) {
            Effect.Perform undoing = requireNonNull(undone.get(made), "nothing to take back was done in " + made);
            OperationSpec spec = Catalogue.standard().find(undoing.operation().toString()).orElseThrow();
            operations.add(spec.name().domain() + "." + spec.name().operation());
            if (!(bank.perform(scenario.customer(), undoing, spec) instanceof Result.Done)) {
                left.add(made);
            }
        }
        Step step = machine.on(state, new Event.Compensated(clock.instant(), compensate.step(), left));
        state = step.state();
        carryOut(step.effects());
    }

    /** What only results that are not for the customer held. */
    Set<String> secrets() {
        Set<String> secrets = new HashSet<>(secret);
        secrets.removeAll(open);
        return secrets;
    }

    private static void texts(JsonNode value, Set<String> into) {
        if (value.isTextual() && value.textValue().length() > 4) {
            into.add(value.textValue());
        }
        value.forEach(part -> texts(part, into));
    }

    private static boolean mayPass(Effect.Perform perform, OperationSpec spec) {
        return perform.approvedBy() != null
                || spec.approval().aboveMinor().entrySet().stream()
                        .noneMatch(line -> perform.input().path("amount").path("currency").asText().equals(line.getKey())
                                && perform.input().path("amount").path("minor").asLong() > line.getValue());
    }
}
