package io.openteller.procedures.machine;

import static io.openteller.procedures.machine.Procedures.ask;
import static io.openteller.procedures.machine.Procedures.confirm;
import static io.openteller.procedures.machine.Procedures.definition;
import static io.openteller.procedures.machine.Procedures.end;
import static io.openteller.procedures.machine.Procedures.json;
import static io.openteller.procedures.machine.Procedures.nodes;
import static io.openteller.procedures.machine.Procedures.operate;
import static io.openteller.procedures.machine.Procedures.start;
import static io.openteller.procedures.machine.Procedures.wording;
import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.operations.OperationName;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Edge;
import io.openteller.procedures.definition.VariableType.Kind;
import io.openteller.procedures.machine.RunState.Status;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What was done for the sake of the whole does not stay without it. */
class AmendsTest {

    private static final Map<Edge, String> FAILING =
            Map.of(Edge.ERROR, "person", Edge.TIMEOUT, "person", Edge.REFUSED, "person");

    private final BankInMind bank = new BankInMind();

    AmendsTest() {
        bank.done("cards.set_limit/v1", """
                {"daily": {"minor": 1, "currency": "INR"}, "before": {"minor": 500, "currency": "INR"}}""");
        bank.done("cards.unblock/v1", "{\"unblockedAt\": \"2026-11-21T10:00:00Z\"}");
    }

    private static Node half(String operation, Map<String, String> with, String next) {
        return new Node.Operate(OperationName.of(operation), with, null, true, next, FAILING);
    }

    private static Node block(String next) {
        return half("cards.block/v1", Map.of("card", "'c1'", "reason", "'LOST'"), next);
    }

    private static Node limit(String next) {
        return half("cards.set_limit/v1", Map.of("card", "'c1'", "use", "'CASH'", "daily", "money(1, 'INR')"), next);
    }

    /** Sets a limit and blocks the card, both only together with {@code rest}. */
    private static Map<String, Node> twoHalves(Object... rest) {
        Map<String, Node> all = new LinkedHashMap<>(nodes(
                "sureLimit", confirm("limit", "limit"), "limit", limit("sureBlock"),
                "sureBlock", confirm("block", "block"), "block", block("rest")));
        all.putAll(nodes(rest));
        all.put("person", new Node.Handoff(wording("A colleague goes on."), "cards", Map.of()));
        all.put("bye", new Node.End(wording("Stopped."), Node.End.Outcome.STOPPED));
        return all;
    }

    private Transcript run(Map<String, Node> nodes, Definition... others) {
        Definition[] all = new Definition[others.length + 1];
        System.arraycopy(others, 0, all, 1, others.length);
        all[0] = definition("p", nodes.keySet().iterator().next(), nodes);
        return Transcript.begin(Procedures.of(all).machine(), bank, start("p", "en"));
    }

    private Transcript agreed(Map<String, Node> nodes, Definition... others) {
        return run(nodes, others).presses(true).presses(true);
    }

    @Test
    void what_comes_to_its_end_stays() {
        agreed(twoHalves("rest", end("All done.")));

        assertThat(bank.performed).hasSize(2);
    }

    @Test
    void a_failure_after_it_takes_back_the_latest_first_and_tells_customer_and_colleague() {
        bank.result("crm.note/v1", new Event.Result.Failed("down"));
        Transcript chat = agreed(twoHalves("rest", operate("crm.note/v1", Map.of(), null, "bye")));

        assertThat(bank.performed.subList(3, 5)).satisfiesExactly(
                first -> assertThat(first).startsWith("cards.unblock/v1"),
                second -> assertThat(second).startsWith("cards.set_limit/v1").contains("500"));
        assertThat(chat.told()).satisfiesExactly(
                back -> assertThat(back).contains("taken back", "“Block this card”, “Change a limit of this card”"),
                person -> assertThat(person).isEqualTo("A colleague goes on."));
        assertThat(chat.effects().getLast()).isInstanceOfSatisfying(
                Effect.HandOver.class,
                over -> assertThat(over.facts()).containsEntry("Taken back", "cards.block/v1, cards.set_limit/v1"));
    }

    @Test
    void what_cannot_be_taken_back_comes_to_a_person_however_it_would_have_ended() {
        bank.result("cards.unblock/v1", new Event.Result.TimedOut());
        Transcript chat = agreed(twoHalves("rest", new Node.End(wording("Stopped."), Node.End.Outcome.STOPPED)));

        assertThat(chat.state().status()).isEqualTo(Status.HANDED_OVER);
        assertThat(chat.told()).noneMatch(text -> text.equals("Stopped."));
        assertThat(chat.told()).anyMatch(text -> text.contains("could not make sure") && text.contains("“Block this card”"));
        assertThat(chat.effects().getLast()).isInstanceOfSatisfying(
                Effect.HandOver.class,
                over -> assertThat(over.facts())
                        .containsEntry("Taken back", "cards.set_limit/v1")
                        .containsEntry("Not taken back", "cards.block/v1"));
    }

    @Test
    void who_calls_it_off_finds_everything_as_it_was() {
        Transcript chat = agreed(twoHalves("rest", ask("Anything else?", Kind.TEXT, "more", "bye"))).says("cancel");

        assertThat(bank.performed).hasSize(4);
        assertThat(chat.state().status()).isEqualTo(Status.CANCELLED);
        assertThat(chat.told()).hasSize(2).last().isEqualTo("All right, I have stopped. Nothing more will be done.");
    }

    @Test
    void what_else_was_done_is_not_said_to_be_taken_back() {
        Transcript chat = agreed(twoHalves(
                        "rest", operate("crm.note/v1", Map.of(), null, "ask"), "ask", ask("More?", Kind.TEXT, "more", "bye")))
                .says("cancel");

        assertThat(chat.told()).last().asString().contains("What else was done before stays");
    }

    @Test
    void a_card_that_was_blocked_before_stays_blocked() {
        bank.done("cards.block/v1", "{\"blockedAt\": \"2026-11-21T10:00:00Z\", \"alreadyBlocked\": true}");
        Transcript chat = agreed(twoHalves("rest", new Node.Handoff(wording("Over to you."), "cards", Map.of())));

        assertThat(bank.performed).hasSize(3);
        assertThat(chat.told().getFirst()).contains("Change a limit").doesNotContain("Block this card");
    }

    @Test
    void what_the_bank_refused_is_not_taken_back() {
        bank.result("cards.block/v1", new Event.Result.Refused("no"));
        agreed(twoHalves("rest", end("Done.")));

        assertThat(bank.performed).hasSize(3).last().asString().startsWith("cards.set_limit/v1");
    }

    @Test
    void a_procedure_that_was_called_is_taken_back_when_it_stops_and_the_other_goes_on() {
        Definition inner = definition("half", "sureLimit", twoHalves("rest", new Node.End(null, Node.End.Outcome.STOPPED)));
        Transcript chat = agreed(
                nodes("call", new Node.Subflow("half", Map.of(), Map.of(), "bye", Map.of(Edge.DECLINED, "else")),
                        "else", end("Something else was done."), "bye", end("Bye.")),
                inner);

        assertThat(bank.performed).hasSize(4);
        assertThat(chat.told()).last().isEqualTo("Something else was done.");
        assertThat(chat.state().status()).isEqualTo(Status.FINISHED);
    }

    @Test
    void what_a_called_procedure_completed_is_the_callers_to_complete() {
        Definition inner = definition("half", "sureLimit", twoHalves("rest", end("Half is done.")));
        agreed(
                nodes("call", new Node.Subflow("half", Map.of(), Map.of(), "over", Map.of()),
                        "over", new Node.Handoff(wording("A colleague."), "cards", Map.of())),
                inner);

        assertThat(bank.performed).hasSize(4);
    }

    @Test
    void who_wants_a_person_while_it_is_being_taken_back_gets_one_after_it() {
        Machine machine = Procedures.of(definition(
                        "p", "sureLimit", twoHalves("rest", ask("Anything else?", Kind.TEXT, "more", "bye"))))
                .machine();
        RunState open = agreed(twoHalves("rest", ask("Anything else?", Kind.TEXT, "more", "bye"))).state();
        Step stopping = machine.on(open, new Event.Message(Procedures.NOW, "cancel", bank.understand("cancel")));
        Step wish = machine.on(
                stopping.state(), new Event.Message(Procedures.NOW, "a person please", new Event.Understood("en", "", 0, true, false)));
        RunState kept = RunStates.read(RunStates.write(wish.state()));
        Step over = machine.on(kept, new Event.Compensated(Procedures.NOW, Objects.requireNonNull(kept.waiting()).step(), List.of()));

        assertThat(stopping.effects()).hasSize(1).first().isInstanceOf(Effect.Compensate.class);
        assertThat(kept.status()).isEqualTo(Status.RUNNING);
        assertThat(over.state().status()).isEqualTo(Status.HANDED_OVER);
        assertThat(over.state().owed()).isEmpty();
    }

    @Test
    void silence_is_an_ending_too() {
        Transcript chat = agreed(twoHalves("rest", ask("Anything else?", Kind.TEXT, "more", "bye")))
                .passes(Duration.ofDays(3));

        assertThat(bank.performed).hasSize(4);
        assertThat(chat.told()).last().isEqualTo("Stopped.");
    }

    @Test
    void the_marker_is_kept_with_the_state() {
        RunState state = agreed(twoHalves("rest", ask("Anything else?", Kind.TEXT, "more", "bye"))).state();

        assertThat(state.owed()).hasSize(2);
        assertThat(RunStates.read(RunStates.write(state))).isEqualTo(state);
        assertThat(json(RunStates.write(state)).path("owed")).hasSize(2);
    }
}
