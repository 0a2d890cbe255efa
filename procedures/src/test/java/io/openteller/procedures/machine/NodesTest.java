package io.openteller.procedures.machine;

import static io.openteller.procedures.machine.Procedures.ask;
import static io.openteller.procedures.machine.Procedures.confirm;
import static io.openteller.procedures.machine.Procedures.decide;
import static io.openteller.procedures.machine.Procedures.definition;
import static io.openteller.procedures.machine.Procedures.end;
import static io.openteller.procedures.machine.Procedures.json;
import static io.openteller.procedures.machine.Procedures.nodes;
import static io.openteller.procedures.machine.Procedures.object;
import static io.openteller.procedures.machine.Procedures.operate;
import static io.openteller.procedures.machine.Procedures.start;
import static io.openteller.procedures.machine.Procedures.wording;
import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.operations.OperationSpec.Assurance;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodesTest {

    private final BankInMind bank = new BankInMind();

    private Transcript run(Map<String, Node> nodes, Definition... others) {
        Definition[] all = new Definition[others.length + 1];
        System.arraycopy(others, 0, all, 1, others.length);
        all[0] = definition("p", nodes.keySet().iterator().next(), nodes);
        return Transcript.begin(Procedures.of(all).machine(), bank, start("p", "en"));
    }

    private static Node verify() {
        return new Node.Verify(
                Assurance.STEPPED_UP, List.of(Node.Verify.Method.CODE), null, "yes", Map.of(Edge.FAILED, "no"));
    }

    @Test
    void who_proves_who_they_are_goes_on() {
        Transcript chat = run(nodes("v", verify(), "yes", end("in"), "no", end("out")));

        assertThat(chat.told()).containsExactly("in");
        assertThat(chat.state().assurance()).isEqualTo(Assurance.STEPPED_UP);
    }

    @Test
    void who_does_not_goes_the_other_way() {
        bank.verifies = false;

        assertThat(run(nodes("v", verify(), "yes", end("in"), "no", end("out"))).told()).containsExactly("out");
    }

    @Test
    void who_is_known_already_is_not_asked() {
        Map<String, Node> nodes = nodes("v", verify(), "yes", end("in"), "no", end("out"));
        Start known = new Start("r", "p", 1, object("{}"), "en", Assurance.STEPPED_UP, "", Procedures.NOW);
        Step step = Procedures.of(definition("p", "v", nodes)).machine().start(known);

        assertThat(step.effects()).hasSize(2).noneMatch(Effect.Verify.class::isInstance);
    }

    @Test
    void a_second_proof_of_another_kind_is_asked_for_all_the_same() {
        Node.Verify code = new Node.Verify(Assurance.STEPPED_UP, List.of(Node.Verify.Method.CODE), null, "q", Map.of());
        Node.Verify questions =
                new Node.Verify(Assurance.STEPPED_UP, List.of(Node.Verify.Method.QUESTIONS), null, "again", Map.of());
        Node.Verify again = new Node.Verify(Assurance.STEPPED_UP, List.of(Node.Verify.Method.CODE), null, "bye", Map.of());

        assertThat(run(nodes("c", code, "q", questions, "again", again)).effects())
                .filteredOn(Effect.Verify.class::isInstance)
                .extracting(effect -> ((Effect.Verify) effect).methods().getFirst())
                .containsExactly(Node.Verify.Method.CODE, Node.Verify.Method.QUESTIONS);
    }

    @Test
    void only_the_way_that_was_gone_counts_as_a_proof() {
        Node.Verify any = new Node.Verify(
                Assurance.STEPPED_UP, List.of(Node.Verify.Method.DEVICE, Node.Verify.Method.QUESTIONS), null, "q", Map.of());
        Node.Verify questions =
                new Node.Verify(Assurance.STEPPED_UP, List.of(Node.Verify.Method.QUESTIONS), null, "bye", Map.of());
        Machine machine = Procedures.of(definition("p", "any", nodes("any", any, "q", questions))).machine();
        RunState asked = machine.start(start("p", "en")).state();
        String step = Objects.requireNonNull(asked.waiting()).step();

        assertThat(machine.on(asked, new Event.Verified(Procedures.NOW, step, true, Node.Verify.Method.DEVICE)).effects())
                .hasSize(1)
                .first()
                .isInstanceOf(Effect.Verify.class);
        assertThat(machine.on(asked, new Event.Verified(Procedures.NOW, step, true, Node.Verify.Method.QUESTIONS)).state().status())
                .isEqualTo(Status.FINISHED);
    }

    @Test
    void who_could_not_be_asked_has_not_failed_where_the_procedure_tells_the_two_apart() {
        assertThat(unproven(Map.of(Edge.FAILED, "failed", Edge.ERROR, "away"))).isEqualTo("away");
        assertThat(unproven(Map.of(Edge.FAILED, "failed"))).isEqualTo("failed");
    }

    private static String unproven(Map<Edge, String> on) {
        Node.Verify who = new Node.Verify(Assurance.STEPPED_UP, List.of(Node.Verify.Method.CODE), null, "bye", on);
        Machine machine = Procedures.of(definition("p", "who", nodes("who", who, "failed", end("failed"), "away", end("away"))))
                .machine();
        RunState asked = machine.start(start("p", "en")).state();
        String step = Objects.requireNonNull(asked.waiting()).step();
        List<String> path = machine.on(asked, new Event.Unproven(Procedures.NOW, step)).state().path();
        return path.getLast().replaceFirst(".*/", "");
    }

    @ParameterizedTest
    @CsvSource({"3, small", "30, large", "300, huge"})
    void the_first_case_that_holds_decides(int number, String end) {
        Node decide = new Node.Decide(
                List.of(new Node.Case("n < 10", "small"), new Node.Case("n < 100", "large")), "huge");
        Map<String, Node> nodes = nodes("d", decide, "small", end("small"), "large", end("large"), "huge", end("huge"));
        Definition definition = new Definition(
                "p", wording("p"), new Definition.Trigger(List.of(), Map.of(), List.of()),
                Map.of("n", Procedures.plain(Kind.INTEGER)), Map.of(), "d", nodes);
        Start start = new Start("r", "p", 1, object("{\"n\": " + number + ", \"x\": 1}"), "en", Assurance.ANONYMOUS, "", Procedures.NOW);
        Step step = Procedures.of(definition).machine().start(start);

        assertThat(step.effects()).contains(new Effect.Say(end, List.of()));
        assertThat(step.state().frames().getFirst().variables().has("x")).isFalse();
    }

    @Test
    void variables_are_set_in_order_and_then_told() {
        Map<String, String> set = new LinkedHashMap<>();
        set.put("a", "money(500000, 'INR')");
        set.put("b", "a.minor > 100");
        Node.Say say = new Node.Say(wording("${a}, ${b}"), set, "e");

        assertThat(run(nodes("s", say, "e", new Node.End(null, Node.End.Outcome.DONE))).effects())
                .containsExactly(new Effect.Say("₹5,000, yes", List.of("₹5,000", "yes")), new Effect.Finish(Node.End.Outcome.DONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            it was a fraud, I am sure        | fraud
            मुझे दो बार पैसे कटे                | twice
            I was charged twice              | twice
            the weather is fine              | unsure
            fraud, and charged twice too     | twice
            """)
    void what_was_said_is_filed_by_its_phrases(String message, String label) {
        Node classify = new Node.Classify(
                null,
                List.of(
                        new Node.Label("FRAUD", Map.of("en", List.of("fraud", "not me")), "fraud"),
                        new Node.Label("TWICE", Map.of("en", List.of("charged twice"), "hi", List.of("दो बार")), "twice")),
                Map.of(Edge.UNSURE, "unsure"));
        Map<String, Node> nodes = nodes(
                "what", ask("What happened?", Kind.TEXT, "what", "c"),
                "c", classify, "fraud", end("fraud"), "twice", end("twice"), "unsure", end("unsure"));

        assertThat(run(nodes).says(message).told()).containsExactly(label);
    }

    @ParameterizedTest
    @CsvSource({"ERROR, e", "REFUSED, r", "TIMEOUT, t"})
    void an_operation_that_does_not_go_well_goes_its_way(Edge edge, String node) {
        bank.result(
                "cards.list/v1",
                switch (edge) {
                    case ERROR -> new Event.Result.Failed("down");
                    case REFUSED -> new Event.Result.Refused("policy");
                    default -> new Event.Result.TimedOut();
                });
        Node.Operate list = new Node.Operate(
                io.openteller.operations.OperationName.of("cards.list/v1"), Map.of(), "cards", false, "done",
                Map.of(Edge.ERROR, "e", Edge.REFUSED, "r", Edge.TIMEOUT, "t"));

        assertThat(run(nodes("o", list, "done", end("done"), "e", end("e"), "r", end("r"), "t", end("t"))).told())
                .containsExactly(node);
    }

    @Test
    void an_argument_that_comes_to_nothing_is_left_out() {
        run(nodes("o", operate("payments.status/v1", Map.of("since", "null", "amountMinor", "5"), null, "bye")));

        assertThat(bank.performed).containsExactly("payments.status/v1 {\"amountMinor\":5}");
    }

    @Test
    void a_text_of_the_bank_is_sent() {
        Node.Notify notify = new Node.Notify(Node.Notify.Channel.SMS, "dispute_opened", "'D-1'", "bye", Map.of());
        run(nodes("n", notify));

        assertThat(bank.performed).containsExactly("notify.sms/v1 {\"template\":\"dispute_opened\",\"reference\":\"D-1\"}");
    }

    @Test
    void a_colleague_agrees_to_exactly_this() {
        Transcript chat = run(agreements("money(100, 'INR')"));

        assertThat(chat.effects()).filteredOn(Effect.Perform.class::isInstance).singleElement()
                .isInstanceOfSatisfying(Effect.Perform.class, perform -> {
                    assertThat(perform.approvedBy()).isEqualTo("r-1");
                    assertThat(perform.confirmedBy()).isNull();
                });
    }

    @Test
    void without_a_colleague_s_agreement_nothing_is_done() {
        bank.approves = false;

        assertThat(run(agreements("money(100, 'INR')")).told()).containsExactly("declined");
        assertThat(bank.performed).isEmpty();
    }

    private static Map<String, Node> agreements(String amount) {
        Node.Approve approve = new Node.Approve(wording("Agree?"), "o", "refunds", null, "o", Map.of(Edge.DECLINED, "no"));
        return nodes("a", approve, "o", operate("crm.note/v1", Map.of("text", amount), null, "bye"), "no", end("declined"));
    }

    @Test
    void an_agreement_to_other_arguments_counts_for_nothing() {
        Map<String, Node> nodes = nodes(
                "first", new Node.Say(null, Map.of("n", "1"), "sure"),
                "sure", confirm("o", "change"),
                "change", new Node.Say(null, Map.of("n", "n < 2 ? n + 1 : n"), "o"),
                "o", operate("crm.note/v1", Map.of("text", "n"), null, "bye"));
        Transcript chat = run(nodes);
        chat.presses(true);

        assertThat(bank.performed).isEmpty();
        assertThat(chat.path()).containsExactly("first", "sure", "change", "o", "sure");
        chat.presses(true);
        assertThat(bank.performed).containsExactly("crm.note/v1 {\"text\":2}");
        assertThat(chat.effects()).filteredOn(Effect.Perform.class::isInstance)
                .extracting(effect -> ((Effect.Perform) effect).confirmedBy())
                .containsExactly("r-2");
    }

    @Test
    void what_keeps_changing_after_every_yes_goes_to_a_person() {
        Map<String, Node> nodes = nodes(
                "first", new Node.Say(null, Map.of("n", "1"), "sure"),
                "sure", confirm("o", "change"),
                "change", new Node.Say(null, Map.of("n", "n + 1"), "o"),
                "o", operate("crm.note/v1", Map.of("text", "n"), null, "bye"));
        Transcript chat = run(nodes).presses(true).presses(true).presses(true).presses(true);

        assertThat(chat.state().status()).isEqualTo(Status.HANDED_OVER);
        assertThat(bank.performed).isEmpty();
    }

    @Test
    void what_must_be_confirmed_and_never_is_goes_to_a_person() {
        Transcript chat = run(nodes("o", operate("cards.block/v1", Map.of("card", "'c'", "reason", "'LOST'"), null, "bye")));

        assertThat(chat.state().status()).isEqualTo(Status.HANDED_OVER);
        assertThat(bank.performed).isEmpty();
    }

    @Test
    void what_must_be_confirmed_is_confirmed_even_where_the_way_leads_past_it() {
        Map<String, Node> nodes = nodes(
                "past", new Node.Say(null, Map.of(), "o"),
                "sure", confirm("o", "o"),
                "o", operate("cards.block/v1", Map.of("card", "'c'", "reason", "'LOST'"), null, "bye"));
        Transcript chat = run(nodes);

        assertThat(chat.path()).containsExactly("past", "o", "sure");
        assertThat(chat.presses(true).path()).containsExactly("past", "o", "sure", "o", "bye");
    }

    @Test
    void a_pause_passes() {
        Node.Wait wait = new Node.Wait(Duration.ofHours(1), null, "later", Map.of());
        Transcript chat = run(nodes("w", wait, "later", end("later")));

        assertThat(chat.passes(Duration.ofMinutes(59)).told()).isEmpty();
        assertThat(chat.passes(Duration.ofMinutes(1)).told()).containsExactly("later");
    }

    @Test
    void an_event_that_is_waited_for_comes_or_does_not() {
        Node.Wait wait = new Node.Wait(Duration.ofHours(1), "login.done", "later", Map.of(Edge.TIMEOUT, "never"));
        Map<String, Node> nodes = nodes("w", wait, "later", end("later"), "never", end("never"));

        assertThat(run(nodes).occurs("login.other", json("{}")).occurs("login.done", json("{}")).told())
                .containsExactly("later");
        assertThat(run(nodes).passes(Duration.ofHours(1)).told()).containsExactly("never");
    }

    @Test
    void another_procedure_is_run_and_gives_what_it_found() {
        Map<String, Node> inner = nodes(
                "ask", ask("Amount?", Kind.MONEY, "amount", "fin"),
                "fin", new Node.End(wording("inner ${n}"), Node.End.Outcome.DONE));
        Node.Subflow subflow =
                new Node.Subflow("inner", Map.of("n", "3"), Map.of("mine", "amount", "none", "absent"), "after", Map.of(Edge.DECLINED, "no"));
        Map<String, Node> outer = nodes("s", subflow, "after", end("got ${mine}"), "no", end("stopped"));
        Definition called = definition("inner", "ask", inner);

        Transcript chat = run(outer, called).says("500");
        assertThat(chat.told()).containsExactly("inner 3", "got ₹500");
        assertThat(chat.state().path()).containsExactly("p/s", "inner/ask", "inner/fin", "p/after");
        assertThat(run(outer, called).passes(Duration.ofDays(3)).told()).containsExactly("Amount?", "Nothing was changed.", "stopped");
    }

    @Test
    void procedures_that_call_themselves_end_with_a_person() {
        Node.Subflow subflow = new Node.Subflow("p", Map.of(), Map.of(), "bye", Map.of());

        assertThat(run(nodes("s", subflow)).state().status()).isEqualTo(Status.HANDED_OVER);
    }

    @Test
    void a_person_sees_the_facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Amount", "money(500000, 'INR')");
        facts.put("Unknown", "absent.field");
        facts.put("List", "[{'a': 1}]");
        Node.Handoff handoff = new Node.Handoff(wording("Soon ${absent}"), "fraud", facts);

        assertThat(run(nodes("h", handoff)).effects().getLast())
                .isInstanceOfSatisfying(Effect.HandOver.class, over -> {
                    assertThat(over.team()).isEqualTo("fraud");
                    assertThat(over.facts())
                            .containsEntry("Amount", "₹5,000")
                            .containsEntry("Unknown", "not known")
                            .containsEntry("List", "[{\"a\":1}]");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent.field", "1", "null", "'a' + 1", "[][0]", "((", "size(5)"})
    void every_fault_ends_with_a_person(String expression) {
        Map<String, String> broken = Map.of("x", expression);
        List<Map<String, Node>> all = List.of(
                nodes("n", decide(expression, "bye", "bye")),
                nodes("n", new Node.Say(wording("${" + expression + ".a}"), Map.of(), "bye")),
                nodes("n", new Node.Classify(expression, List.of(), Map.of())),
                nodes("n", new Node.Subflow("p", broken, Map.of(), "bye", Map.of())),
                nodes("n", operate("crm.absent/v1", broken, null, "bye")),
                nodes("n", new Node.Subflow("absent", Map.of(), Map.of(), "bye", Map.of())),
                nodes("n", confirm("absent", "bye")),
                nodes("n", new Node.Say(null, Map.of(), "absent")),
                nodes("n", new Node.Ask(
                        wording("?"),
                        new Node.Answer(Procedures.plain(Kind.TEXT), List.of(), expression, null, null),
                        "a", 1, null, "bye", Map.of())));
        for (Map<String, Node> nodes : all) {
            Transcript chat = run(nodes);

            assertThat(chat.state().status()).as(nodes.toString()).isEqualTo(Status.HANDED_OVER);
            assertThat(chat.told()).hasSize(1);
            assertThat(chat.effects().getLast()).isInstanceOfSatisfying(
                    Effect.HandOver.class, over -> assertThat(over.reason()).isNotBlank());
        }
    }

    @Test
    void loops_that_nobody_meant_end_with_a_person() {
        Transcript at = run(nodes("a", decide("true", "b", "b"), "b", decide("true", "a", "a")));
        assertThat(at.state().status()).isEqualTo(Status.HANDED_OVER);

        Transcript slow = run(nodes("a", ask("Again?", Kind.TEXT, "x", "a")));
        for (int times = 0; times < 30; times++) {
            slow.says("some words");
        }
        assertThat(slow.state().status()).isEqualTo(Status.HANDED_OVER);
    }

    @Test
    void a_missing_edge_ends_with_a_person_who_is_told_why() {
        bank.result("cards.list/v1", new Event.Result.Failed("down"));
        Node.Operate list = new Node.Operate(
                io.openteller.operations.OperationName.of("cards.list/v1"), Map.of(), null, false, "bye", Map.of());

        assertThat(run(nodes("o", list)).effects().getLast()).isInstanceOfSatisfying(
                Effect.HandOver.class, over -> assertThat(over.reason()).contains("ERROR"));
    }

    @Test
    void an_empty_list_cannot_be_chosen_from() {
        Node.Ask ask = new Node.Ask(
                wording("Which?"), new Node.Answer(Procedures.plain(Kind.TEXT), List.of(), "[]", null, null),
                "x", 3, null, "bye", Map.of(Edge.GAVE_UP, "none"));

        assertThat(run(nodes("a", ask, "none", end("nothing there"))).told()).containsExactly("nothing there");
    }

    @Test
    void what_comes_too_late_or_twice_changes_nothing() {
        Transcript chat = run(nodes("a", ask("Amount?", Kind.MONEY, "x", "b"), "b", ask("Day?", Kind.DATE, "y", "bye")));
        String step = Objects.requireNonNull(chat.state().waiting()).step();
        chat.says("500");
        RunState before = chat.state();

        chat.on(new Event.TimerRang(Procedures.NOW, step));
        chat.on(new Event.Performed(Procedures.NOW, step, new Event.Result.TimedOut()));
        chat.on(new Event.Verified(Procedures.NOW, Objects.requireNonNull(chat.state().waiting()).step(), true));
        chat.on(new Event.Resumed(Procedures.NOW));
        assertThat(chat.state()).isEqualTo(before);
    }
}
