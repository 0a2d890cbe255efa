package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationName;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Edge;
import io.openteller.procedures.definition.VariableType;
import io.openteller.procedures.definition.VariableType.Kind;
import io.openteller.procedures.definition.Wording;
import io.openteller.procedures.expressions.Bank;
import io.openteller.procedures.expressions.Expressions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Procedures for tests, and what is around them. */
final class Procedures implements Library {

    static final Bank BANK = new Bank(ZoneId.of("Asia/Kolkata"), List.of("en", "hi", "hi-Latn"), "INR");
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final Expressions EXPRESSIONS = new Expressions(BANK.zone());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Definition> definitions = new HashMap<>();
    private final Map<String, String> intents = new HashMap<>();

    static Procedures of(Definition... definitions) {
        Procedures procedures = new Procedures();
        for (Definition definition : definitions) {
            procedures.definitions.put(definition.id(), definition);
        }
        return procedures;
    }

    Procedures startedBy(String intent, String procedure) {
        intents.put(intent, procedure);
        return this;
    }

    Machine machine() {
        return new Machine(this, BANK, EXPRESSIONS);
    }

    @Override
    public Optional<Definition> find(String procedure, int version) {
        return Optional.ofNullable(definitions.get(procedure));
    }

    @Override
    public OptionalInt current(String procedure) {
        return definitions.containsKey(procedure) ? OptionalInt.of(1) : OptionalInt.empty();
    }

    @Override
    public Optional<String> startedBy(String intent) {
        return Optional.ofNullable(intents.get(intent));
    }

    static Start start(String procedure, String language) {
        return start(procedure, language, "");
    }

    static Start start(String procedure, String language, String message) {
        return new Start("r", procedure, 1, JSON.createObjectNode(), language, Assurance.ANONYMOUS, message, NOW);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    static ObjectNode object(String text) {
        return (ObjectNode) json(text);
    }

    static Wording wording(String english) {
        return wording(english, "[hi] " + english, "[hl] " + english);
    }

    static Wording wording(String english, String hindi, String latin) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("en", english);
        texts.put("hi", hindi);
        texts.put("hi-Latn", latin);
        return new Wording(texts);
    }

    static VariableType plain(Kind kind) {
        return new VariableType.Plain(kind);
    }

    static Definition definition(String id, String start, Map<String, Node> nodes) {
        return new Definition(
                id, wording(id), new Definition.Trigger(List.of(), Map.of(), List.of()), Map.of(), Map.of(), start, nodes);
    }

    static Node.Ask ask(String text, Kind kind, String into, String next) {
        return new Node.Ask(
                wording(text),
                new Node.Answer(plain(kind), List.of(), null, null, null),
                into,
                3,
                Duration.ofDays(2),
                next,
                Map.of(Edge.GAVE_UP, "person", Edge.TIMEOUT, "bye"));
    }

    static Node.Operate operate(String operation, Map<String, String> with, @Nullable String into, String next) {
        return new Node.Operate(
                OperationName.of(operation),
                with,
                into,
                false,
                next,
                Map.of(Edge.ERROR, "person", Edge.TIMEOUT, "person", Edge.REFUSED, "person"));
    }

    static Node.Confirm confirm(String operation, String next) {
        return new Node.Confirm(
                null, operation, Duration.ofDays(1), next, Map.of(Edge.DECLINED, "bye", Edge.TIMEOUT, "bye"));
    }

    static Node.Decide decide(String when, String then, String otherwise) {
        return new Node.Decide(List.of(new Node.Case(when, then)), otherwise);
    }

    static Node.End end(String text) {
        return new Node.End(wording(text), Node.End.Outcome.DONE);
    }

    /** With the nodes {@code person} and {@code bye} that the others here lead to. */
    static Map<String, Node> nodes(Object... idsAndNodes) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (int at = 0; at < idsAndNodes.length; at += 2) {
            nodes.put((String) idsAndNodes[at], (Node) idsAndNodes[at + 1]);
        }
        nodes.put("person", new Node.Handoff(wording("A colleague goes on."), "cards", Map.of()));
        nodes.put("bye", new Node.End(wording("Nothing was changed."), Node.End.Outcome.STOPPED));
        return nodes;
    }

    /** As in the documentation: who, which card, sure, block. */
    static Definition blockCard() {
        Node.Answer card = new Node.Answer(
                new VariableType.Reference("card"),
                List.of(),
                "cards.cards",
                wording("${it.network} ${it.kind} card ending ${it.last4}"),
                "it.card");
        return definition(
                "block-card",
                "who",
                nodes(
                        "who",
                        new Node.Verify(
                                Assurance.STEPPED_UP,
                                List.of(Node.Verify.Method.CODE),
                                null,
                                "list",
                                Map.of(Edge.FAILED, "person", Edge.TIMEOUT, "person")),
                        "list",
                        operate("cards.list/v1", Map.of(), "cards", "which"),
                        "which",
                        new Node.Ask(
                                wording("Which card?"),
                                card,
                                "card",
                                3,
                                Duration.ofDays(2),
                                "sure",
                                Map.of(Edge.GAVE_UP, "person", Edge.TIMEOUT, "bye")),
                        "sure",
                        confirm("block", "block"),
                        "block",
                        operate("cards.block/v1", Map.of("card", "card", "reason", "'LOST'"), "blocked", "done"),
                        "done",
                        end("Blocked at ${blocked.blockedAt}.")));
    }

    /** Which card, how much, from when, online too; then, after it is done, why. */
    static Definition setLimit() {
        Map<String, String> with = new LinkedHashMap<>();
        with.put("card", "card");
        with.put("use", "online ? 'ONLINE' : 'SHOP'");
        with.put("daily", "amount");
        Node.Answer card = new Node.Answer(
                new VariableType.Reference("card"),
                List.of(),
                "cards.cards",
                wording("${it.kind} card ${it.last4}", "${it.kind == 'debit' ? 'डेबिट' : 'क्रेडिट'} कार्ड ${it.last4}", "${it.kind} card ${it.last4}"),
                "it.card");
        Node.Ask which = new Node.Ask(
                wording("Which card?"), card, "card", 3, null, "amount", Map.of(Edge.GAVE_UP, "person"));
        return definition(
                "set-limit",
                "list",
                nodes(
                        "list", operate("cards.list/v1", Map.of(), "cards", "which"),
                        "which", which,
                        "amount", ask("How much per day?", Kind.MONEY, "amount", "day"),
                        "day", ask("From which day on?", Kind.DATE, "day", "online"),
                        "online", ask("Online too?", Kind.BOOLEAN, "online", "sure"),
                        "sure", confirm("set", "set"),
                        "set", operate("cards.set_limit/v1", with, "limit", "why"),
                        "why", ask("Why, if I may ask?", Kind.TEXT, "why", "done"),
                        "done", end("Now ${amount}.")));
    }
}
