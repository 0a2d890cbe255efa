package io.openteller.procedures.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.operations.OperationName;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.procedures.definition.Node.Answer;
import io.openteller.procedures.definition.Node.Case;
import io.openteller.procedures.definition.Node.Choice;
import io.openteller.procedures.definition.Node.Label;
import io.openteller.procedures.definition.VariableType.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One node, by its type. */
class NodeReader {

    private static final int MOST_ENTRIES = 50;
    private static final Pattern LABEL = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,59}");
    private static final Pattern TEAM = Pattern.compile("[a-z][a-z0-9_-]{0,59}");

    private final Part part;

    private NodeReader(Part part) {
        this.part = part;
    }

    static Optional<Node> read(String id, JsonNode value, List<Fault> faults) {
        Part untyped = new Part(value, id, "", faults);
        String type = untyped.plain("type");
        Optional<NodeType> known = NodeType.of(type == null ? "" : type);
        if (known.isEmpty()) {
            if (value.isObject()) {
                untyped.fault("type", (type == null ? "is missing" : "is '" + type + "'") + "; it must be one of "
                        + String.join(", ", NodeType.words()));
            }
            return Optional.empty();
        }
        return Optional.of(new NodeReader(new Part(value, id, "", faults, known.get().fields())).node(known.get()));
    }

    private Node node(NodeType type) {
        return switch (type) {
            case ASK -> new Node.Ask(part.wording("text"), answer(), part.variable("into"), part.number("attempts", 1, 5, 3),
                    within(false), next(), part.edges());
            case VERIFY -> new Node.Verify(level(), part.words("methods", Node.Verify.Method.class), within(false), next(), part.edges());
            case OPERATION -> new Node.Operate(operation(), with(), part.variableIfAny("into"),
                    part.flag("compensate"), next(), part.edges());
            case DECIDE -> new Node.Decide(part.parts("cases", MOST_ENTRIES,
                    one -> new Case(one.expression("when"), one.node("next")), "when", "next"), part.node("otherwise"));
            case ANSWER -> say();
            case CLASSIFY -> new Node.Classify(part.expressionIfAny("of"), labels(), part.edges());
            case CONFIRM -> new Node.Confirm(part.wordingIfAny("text"), part.node("operation"), within(false), next(), part.edges());
            case APPROVE -> new Node.Approve(part.wording("text"), part.node("operation"), team(), within(false), next(), part.edges());
            case NOTIFY -> new Node.Notify(part.word("channel", Node.Notify.Channel.class),
                    part.text("template", Forms.WORD, "a template, such as card_blocked"),
                    part.expressionIfAny("reference"), next(), part.edges());
            case WAIT -> new Node.Wait(orNothing(within(true)),
                    part.has("event") ? part.text("event", Forms.WORD, "an event, such as fraud.cleared") : null,
                    next(), part.edges());
            case HANDOFF -> new Node.Handoff(part.wording("text"), team(), part.expressions("facts", null, ""));
            case SUBFLOW -> new Node.Subflow(part.text("procedure", Definition.ID, "a procedure's id, such as block-card"),
                    with(), into(), next(), part.edges());
            case END -> new Node.End(part.wordingIfAny("text"), part.word("outcome", Node.End.Outcome.class));
        };
    }

    private Node say() {
        Map<String, String> set = part.expressions("set", Forms.VARIABLE, "a variable's name, such as card");
        if (!part.has("text") && set.isEmpty()) {
            part.fault("text", "is missing, and 'set' is too: it would do nothing");
        }
        return new Node.Say(part.wordingIfAny("text"), set, next());
    }

    private Answer answer() {
        if (!part.has("answer")) {
            part.fault("answer", "is missing");
            return new Answer(new VariableType.Plain(Kind.TEXT), List.of(), null, null, null);
        }
        Part answer = part.part("answer", "type", "choices", "from", "label", "value");
        if (answer.has("from") == answer.has("choices") && answer.has("from")) {
            answer.fault("choices", "cannot stand beside 'from': choose one");
        }
        if (answer.has("from") != answer.has("label")) {
            answer.fault(answer.has("from") ? "label" : "from", "is missing: 'from' and 'label' go together");
        }
        if (answer.has("value") && !answer.has("from")) {
            answer.fault("from", "is missing: 'value' says which part of its entries is kept");
        }
        return new Answer(
                VariableTypes.read(answer, "type").orElse(new VariableType.Plain(Kind.TEXT)),
                answer.has("choices")
                        ? answer.parts("choices", MOST_ENTRIES, one -> new Choice(one.text("value", 200), one.wording("label")), "value", "label")
                        : List.of(),
                answer.expressionIfAny("from"), answer.wordingIfAny("label"), answer.expressionIfAny("value"));
    }

    private List<Label> labels() {
        return part.parts("labels", MOST_ENTRIES,
                one -> new Label(one.text("label", LABEL, "a label, such as lost"), one.phrases("phrases", true), one.node("next")),
                "label", "phrases", "next");
    }

    private Assurance level() {
        Assurance level = part.word("level", Assurance.class);
        if (level == Assurance.ANONYMOUS && part.has("level") && Assurance.ANONYMOUS.name().equals(part.plain("level"))) {
            part.fault("level", "is ANONYMOUS, which everybody is; it must be IDENTIFIED or STEPPED_UP");
        }
        return level;
    }

    private OperationName operation() {
        String name = part.text("operation", 60);
        try {
            return OperationName.of(name);
        } catch (IllegalArgumentException other) {
            if (!name.isEmpty()) {
                part.fault("operation", "is '" + name + "', which is not of the form of an operation, such as cards.block/v1");
            }
            return new OperationName("none", "none", 1);
        }
    }

    private @Nullable Duration within(boolean required) {
        if (!part.has("within") && !required) {
            return null;
        }
        String text = part.text("within", Forms.DURATION, "a time longer than nothing, such as PT10M or P1D");
        return Forms.DURATION.matcher(text).matches() ? Duration.parse(text) : null;
    }

    private static Duration orNothing(@Nullable Duration within) {
        return within == null ? Duration.ZERO : within;
    }

    private Map<String, String> with() {
        return part.expressions("with", Forms.VARIABLE, "a field's name, such as card");
    }

    private Map<String, String> into() {
        Map<String, String> into = part.expressions("into", Forms.VARIABLE, "a variable's name, such as card");
        into.forEach((ours, theirs) -> {
            if (!theirs.isEmpty() && !Forms.VARIABLE.matcher(theirs).matches()) {
                part.fault("into." + ours, "is '" + theirs + "', which is not the name of a variable of the other procedure");
            }
        });
        return into;
    }

    private String team() {
        return part.text("team", TEAM, "a team, such as cards");
    }

    private String next() {
        return part.node("next");
    }
}
