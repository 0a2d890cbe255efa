package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.openteller.operations.OperationName;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Edge;
import io.openteller.procedures.definition.VariableType;
import io.openteller.procedures.definition.VariableType.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Definitions and events as nobody would make them: most go wrong somewhere. The same seed gives the same ones. */
final class Worlds {

    private static final List<String> OPERATIONS = List.of(
            "cards.list/v1", "cards.block/v1", "cards.set_limit/v1", "transactions.search/v1", "refunds.execute/v1", "crm.note/v1",
            "payments.cancel/v1", "profile.update/v1", "absent.nothing/v1");
    private static final List<String> EXPRESSIONS = List.of(
            "a", "b", "a + 1", "b + 'x'", "now", "list.cards", "list.cards[0].card", "size(list.cards) > 1", "a == b", "true", "false",
            "absent", "null", "money(500, 'INR')", "lastMessage", "customer.language", "{'x': a}", "string(now)", "((", "a.minor > 3",
            "daysBetween(b, today)", "has(list.cards)", "'text'", "7");
    private static final List<String> SOUND = List.of("'text'", "7", "true", "customer.language", "lastMessage", "money(500, 'INR')", "today", "a", "a");
    private static final List<String> MESSAGES = List.of(
            "yes", "no", "5000", "₹ 500 yesterday", "no wait, it was 5,000 not 500", "cancel", "what was that?", "agent please", "how much is it?",
            "the second one", "Visa", "1177", "go back", "I meant 700", "wrong amount", "हाँ", "नहीं", "रहने दो", "500 नहीं 5000", "फिर से बोलिए",
            "किसी इंसान से बात करनी है", "कल", "haan ji", "nahi ruko, 300 tha", "dobara bolo", "kitna lagega?", "", "   ", "\u0000\uD800", "a".repeat(5000),
            "5000 5000 5000", "the other one", "Stop it", "1", "99999999999999999999", "((((", "${a}", "12/11/2026", "5 pm", "no, stop", "ok");

    private final Random random;
    /** Whether much of it makes no sense. */
    private final boolean broken;

    Worlds(long seed) {
        this.random = new Random(seed);
        this.broken = random.nextInt(4) == 0;
    }

    Procedures procedures() {
        return Procedures.of(definition("p"), definition("q")).startedBy("other", "q").startedBy("mine", "p");
    }

    static Start start(String message) {
        return new Start(
                "r", "p", 1,
                Procedures.object("{\"a\": 5, \"b\": \"2026-11-01\", \"list\": {\"cards\": [{\"card\": \"c3\", \"network\": \"Visa\", \"last4\": \"9032\"}]}}"),
                "en", Assurance.ANONYMOUS, message, Procedures.NOW);
    }

    private Definition definition(String id) {
        int size = 3 + random.nextInt(9);
        List<String> ids = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            ids.add("n" + at);
        }
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (int at = 0; at < size; at++) {
            nodes.put("n" + at, node(at, ids));
        }
        nodes.put("over", new Node.End(Procedures.wording("Over."), Node.End.Outcome.DONE));
        nodes.put("person", new Node.Handoff(Procedures.wording("A person."), "team", Map.of("a", "a")));
        Map<String, VariableType> inputs = new LinkedHashMap<>();
        List.of("a", "b", "list").forEach(name -> inputs.put(name, Procedures.plain(Kind.TEXT)));
        return new Definition(
                id, Procedures.wording(id), new Definition.Trigger(List.of(), Map.of(), List.of()), inputs, Map.of(), "n0", nodes);
    }

    private Node node(int at, List<String> ids) {
        if (at % 3 == 2) {
            return operation(ids);
        }
        boolean confirm = at % 3 == 1 && at + 1 < ids.size() && random.nextBoolean();
        return confirm ? new Node.Confirm(null, ids.get(at + 1), within(), ids.get(at + 1), on(ids)) : node(ids);
    }

    private Node node(List<String> ids) {
        return switch (random.nextInt(20)) {
            case 0, 1, 15, 16, 17, 18 -> new Node.Ask(
                    Procedures.wording(text()),
                    new Node.Answer(Procedures.plain(random.nextBoolean() ? Kind.MONEY : any(List.of(Kind.values()))), List.of(), null, null, null),
                    any(List.of("a", "b")), 1 + random.nextInt(3), within(), to(ids), on(ids));
            case 2 -> new Node.Ask(
                    Procedures.wording("Which?"),
                    new Node.Answer(
                            Procedures.plain(Kind.TEXT), List.of(), "list.cards",
                            Procedures.wording("${it.network} ${it.last4}"), any(List.of("it.card", "it", "it.absent"))),
                    "b", 2, within(), to(ids), on(ids));
            case 3 -> new Node.Ask(
                    Procedures.wording("What now?"),
                    new Node.Answer(
                            Procedures.plain(Kind.TEXT),
                            List.of(
                                    new Node.Choice("STOP", Procedures.wording("Stop it")),
                                    new Node.Choice("GO", Procedures.wording("Go on"))),
                            null, null, null),
                    "a", 2, within(), to(ids), on(ids));
            case 4 -> new Node.Verify(
                    any(List.of(Assurance.values())), List.of(any(List.of(Node.Verify.Method.values()))), within(), to(ids), on(ids));
            case 5, 6 -> operation(ids);
            case 7 -> new Node.Decide(List.of(new Node.Case(expression(), to(ids))), to(ids));
            case 8 -> new Node.Say(Procedures.wording(text()), Map.of(any(List.of("a", "b")), expression()), to(ids));
            case 9 -> new Node.Classify(
                    random.nextBoolean() ? null : expression(),
                    List.of(new Node.Label("Y", Map.of("en", List.of("yes", "stop")), to(ids))), on(ids));
            case 10, 11 -> new Node.Confirm(
                    random.nextBoolean() ? null : Procedures.wording(text()), agreed(ids), within(), to(ids), on(ids));
            case 12 -> new Node.Approve(Procedures.wording(text()), agreed(ids), "team", within(), to(ids), on(ids));
            case 13 -> random.nextBoolean()
                    ? new Node.Wait(Duration.ofHours(1), random.nextBoolean() ? null : "happened", to(ids), on(ids))
                    : new Node.Notify(Node.Notify.Channel.SMS, "t", random.nextBoolean() ? null : expression(), to(ids), on(ids));
            default -> new Node.Subflow(
                    any(broken ? List.of("q", "p", "absent") : List.of("q")), Map.of("a", expression()), Map.of("b", "a"), to(ids), on(ids));
        };
    }

    private Node operation(List<String> ids) {
        boolean cards = random.nextInt(3) == 0;
        return new Node.Operate(
                OperationName.of(cards ? "cards.list/v1" : any(broken ? OPERATIONS : OPERATIONS.subList(0, 8))),
                Map.of("x", expression(), "y", random.nextBoolean() ? "a" : "1"),
                any(List.of("list", "list", "b")), random.nextInt(3) == 0, to(ids), on(ids));
    }

    /** Mostly a node that is an operation. */
    private String agreed(List<String> ids) {
        return random.nextInt(10) == 0 ? to(ids) : "n" + (2 + 3 * random.nextInt(ids.size() / 3));
    }

    private String text() {
        return random.nextInt(3) > 0 ? "Some words." : "It is ${" + expression() + "}.";
    }

    private Map<Edge, String> on(List<String> ids) {
        Map<Edge, String> on = new LinkedHashMap<>();
        for (Edge edge : Edge.values()) {
            if (!broken || random.nextInt(4) > 0) {
                on.put(edge, to(ids));
            }
        }
        return on;
    }

    private String to(List<String> ids) {
        int which = random.nextInt(3 * ids.size() + 5);
        return which < 3 * ids.size()
                ? ids.get(which / 3)
                : List.of("over", "over", "person", "over", broken ? "nowhere" : "over").get(which - 3 * ids.size());
    }

    private @org.jspecify.annotations.Nullable Duration within() {
        return random.nextBoolean() ? Duration.ofMinutes(30) : null;
    }

    private String expression() {
        return random.nextInt(broken ? 2 : 30) > 0 ? any(SOUND) : any(EXPRESSIONS);
    }

    /** Mostly what it waits for; sometimes anything at all. */
    Event event(RunState state, java.time.Instant at) {
        RunState.Waiting waiting = state.waiting();
        String step = waiting == null || random.nextInt(12) == 0 ? "r-" + random.nextInt(9) : waiting.step();
        int kind = random.nextInt(10);
        if (waiting != null && kind < 6) {
            switch (waiting.what()) {
                case OPERATION -> {
                    return new Event.Performed(at, step, result());
                }
                case IDENTITY -> {
                    return new Event.Verified(at, step, random.nextInt(4) > 0);
                }
                case CONFIRMATION -> {
                    return new Event.Confirmed(at, step, random.nextInt(4) > 0);
                }
                case APPROVAL -> {
                    return new Event.Approved(at, step, random.nextInt(4) > 0);
                }
                case EVENT -> {
                    return new Event.Occurred(at, "happened", JsonNodeFactory.instance.objectNode());
                }
                case ANSWER -> {}
            }
        }
        return switch (kind) {
            case 7 -> new Event.TimerRang(at, step);
            case 8 -> new Event.Resumed(at);
            case 9 -> new Event.Performed(at, step, result());
            default -> new Event.Message(at, message(), new Event.Understood(
                    any(List.of("en", "hi", "hi-Latn", "ta", "")), any(List.of("", "", "other", "mine", "unknown")),
                    random.nextDouble(), random.nextInt(90) == 0, random.nextInt(8) == 0));
        };
    }

    private String message() {
        return switch (random.nextInt(6)) {
            case 0 -> any(List.of("no wait, it was 5,000 not 500", "I meant 700", "500 नहीं 5000", "nahi ruko, 300 tha", "no wait, 42"));
            case 1, 2 -> any(List.of("500", "5000", "yes", "1", "yesterday"));
            default -> any(MESSAGES);
        };
    }

    private Event.Result result() {
        return switch (random.nextInt(8)) {
            case 0 -> new Event.Result.Failed("down");
            case 1 -> new Event.Result.Refused("policy");
            case 2 -> new Event.Result.TimedOut();
            case 3 -> new Event.Result.Done(JsonNodeFactory.instance.nullNode());
            case 4 -> new Event.Result.Done(Procedures.json("{\"cards\": 5}"));
            default -> new Event.Result.Done(Procedures.json(
                    "{\"cards\": [{\"card\": \"c1\", \"network\": \"Visa\", \"last4\": \"4821\"}, {\"card\": \"c2\", \"network\": \"RuPay\", \"last4\": \"1177\"}]}"));
        };
    }

    Duration pause() {
        return random.nextInt(6) == 0 ? Duration.ofHours(10) : Duration.ofSeconds(random.nextInt(90));
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
