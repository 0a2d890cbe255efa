package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.VariableType;
import io.openteller.procedures.definition.VariableType.Kind;
import io.openteller.procedures.definition.Wording;
import io.openteller.procedures.expressions.Scope;
import io.openteller.procedures.expressions.Written;
import java.util.ArrayList;
import java.util.List;

/**
 * What the customer can choose from.
 *
 * @param label in the customer's language
 * @param labels what it may be called, in every language that the procedure has
 */
record Options(String label, List<String> labels, JsonNode value) {

    /** Nobody chooses from more. */
    private static final int MOST = 50;

    static List<Options> of(Progress progress, FrameNow frame, Node.Answer answer) {
        if (answer.from() == null) {
            return answer.choices().stream()
                    .map(choice -> fixed(progress, frame, answer.type(), choice))
                    .toList();
        }
        Scope scope = progress.scope(frame, progress.language);
        JsonNode list = progress.evaluate(answer.from(), scope);
        if (!list.isArray()) {
            throw new CannotGoOn("at step " + frame.node + ": " + answer.from() + " is no list");
        }
        List<Options> options = new ArrayList<>();
        for (JsonNode entry : list) {
            if (options.size() < MOST) {
                options.add(listed(progress, frame, answer, entry));
            }
        }
        return options;
    }

    private static Options fixed(Progress progress, FrameNow frame, VariableType type, Node.Choice choice) {
        Scope scope = progress.scope(frame, progress.language);
        List<String> labels = labels(progress, choice.label(), scope);
        labels.add(choice.value());
        return new Options(progress.write(choice.label(), scope).text(), labels, value(type, choice.value()));
    }

    private static Options listed(Progress progress, FrameNow frame, Node.Answer answer, JsonNode entry) {
        Scope scope = progress.scope(frame, progress.language).with(entry);
        JsonNode value = answer.value() == null ? entry : progress.evaluate(answer.value(), scope);
        if (answer.label() == null) {
            String shown = progress.shown(value).orElseThrow(() -> new CannotGoOn("step " + frame.node + " has no label"));
            return new Options(shown, List.of(shown), value);
        }
        return new Options(
                progress.write(answer.label(), scope).text(), labels(progress, answer.label(), scope), value);
    }

    private static List<String> labels(Progress progress, Wording wording, Scope scope) {
        List<String> labels = new ArrayList<>();
        for (String language : wording.byLanguage().keySet()) {
            Scope there = new Scope(
                    scope.variables(),
                    language,
                    scope.assurance(),
                    scope.now(),
                    scope.lastMessage(),
                    scope.receipt(),
                    scope.it());
            if (progress.tools.templates().write(wording, there) instanceof Written.Text text) {
                labels.add(text.text());
            }
        }
        return labels;
    }

    private static JsonNode value(VariableType type, String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (type instanceof VariableType.Plain(Kind kind)) {
            if (kind == Kind.BOOLEAN) {
                return json.booleanNode(Boolean.parseBoolean(text));
            }
            if (kind == Kind.INTEGER && text.matches("-?\\d{1,9}")) {
                return json.numberNode(Integer.parseInt(text));
            }
        }
        return json.textNode(text);
    }
}
