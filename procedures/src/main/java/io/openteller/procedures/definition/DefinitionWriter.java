package io.openteller.procedures.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Definitions as trees, in the order that {@link Definitions#tree} promises. */
class DefinitionWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DefinitionWriter() {}

    static ObjectNode tree(Definition definition) {
        ObjectNode tree = NODES.objectNode().put("id", definition.id());
        tree.set("title", wording(definition.title()));
        ObjectNode trigger = NODES.objectNode();
        texts(trigger, "intents", definition.trigger().intents());
        phrases(trigger, "phrases", definition.trigger().phrases());
        texts(trigger, "events", definition.trigger().events());
        unlessEmpty(tree, "trigger", trigger);
        unlessEmpty(tree, "inputs", types(definition.inputs()));
        unlessEmpty(tree, "variables", types(definition.variables()));
        tree.put("start", definition.start());
        ObjectNode nodes = tree.putObject("nodes");
        for (String id : Walk.order(definition)) {
            nodes.set(id, node(Objects.requireNonNull(definition.nodes().get(id))));
        }
        return tree;
    }

    private static ObjectNode types(Map<String, VariableType> types) {
        ObjectNode tree = NODES.objectNode();
        new TreeMap<>(types).forEach((name, type) -> tree.put(name, type.toString()));
        return tree;
    }

    static ObjectNode node(Node node) {
        ObjectNode tree = NODES.objectNode();
        switch (node) {
            case Node.Ask ask -> {
                tree.put("type", "ask").set("text", wording(ask.text()));
                tree.set("answer", answer(ask.answer()));
                tree.put("into", ask.into()).put("attempts", ask.attempts());
                ifAny(tree, "within", ask.within());
                tree.put("next", ask.next());
            }
            case Node.Verify verify -> {
                tree.put("type", "verify").put("level", verify.level().name());
                texts(tree, "methods", verify.methods().stream().map(Enum::name).toList());
                ifAny(tree, "within", verify.within());
                tree.put("next", verify.next());
            }
            case Node.Operate operate -> {
                tree.put("type", "operation").put("operation", operate.operation().toString());
                unlessEmpty(tree, "with", sorted(operate.with()));
                ifAny(tree, "into", operate.into());
                if (operate.compensate()) {
                    tree.put("compensate", true);
                }
                tree.put("next", operate.next());
            }
            case Node.Decide decide -> {
                ArrayNode cases = tree.put("type", "decide").putArray("cases");
                decide.cases().forEach(one -> cases.addObject().put("when", one.when()).put("next", one.next()));
                tree.put("otherwise", decide.otherwise());
            }
            case Node.Say say -> {
                tree.put("type", "answer");
                ifAny(tree, say.text());
                unlessEmpty(tree, "set", sorted(say.set()));
                tree.put("next", say.next());
            }
            case Node.Classify classify -> {
                tree.put("type", "classify");
                ifAny(tree, "of", classify.of());
                ArrayNode labels = tree.putArray("labels");
                for (Node.Label label : classify.labels()) {
                    ObjectNode one = labels.addObject().put("label", label.label());
                    phrases(one, "phrases", label.phrases());
                    one.put("next", label.next());
                }
            }
            case Node.Confirm confirm -> {
                tree.put("type", "confirm");
                ifAny(tree, confirm.text());
                tree.put("operation", confirm.operation());
                ifAny(tree, "within", confirm.within());
                tree.put("next", confirm.next());
            }
            case Node.Approve approve -> {
                tree.put("type", "approve").set("text", wording(approve.text()));
                tree.put("operation", approve.operation()).put("team", approve.team());
                ifAny(tree, "within", approve.within());
                tree.put("next", approve.next());
            }
            case Node.Notify notify -> {
                tree.put("type", "notify").put("channel", notify.channel().name()).put("template", notify.template());
                ifAny(tree, "reference", notify.reference());
                tree.put("next", notify.next());
            }
            case Node.Wait wait -> {
                tree.put("type", "wait").put("within", wait.within().toString());
                ifAny(tree, "event", wait.event());
                tree.put("next", wait.next());
            }
            case Node.Handoff handoff -> {
                tree.put("type", "handoff").set("text", wording(handoff.text()));
                tree.put("team", handoff.team());
                ObjectNode facts = NODES.objectNode();
                handoff.facts().forEach(facts::put);
                unlessEmpty(tree, "facts", facts);
            }
            case Node.Subflow subflow -> {
                tree.put("type", "subflow").put("procedure", subflow.procedure());
                unlessEmpty(tree, "with", sorted(subflow.with()));
                unlessEmpty(tree, "into", sorted(subflow.into()));
                tree.put("next", subflow.next());
            }
            case Node.End end -> {
                tree.put("type", "end").put("outcome", end.outcome().name());
                ifAny(tree, end.text());
            }
        }
        ObjectNode on = NODES.objectNode();
        new TreeMap<>(node.on()).forEach((edge, target) -> on.put(EdgeNames.of(edge), target));
        unlessEmpty(tree, "on", on);
        return tree;
    }

    private static ObjectNode answer(Node.Answer answer) {
        ObjectNode tree = NODES.objectNode().put("type", answer.type().toString());
        if (!answer.choices().isEmpty()) {
            ArrayNode choices = tree.putArray("choices");
            answer.choices().forEach(choice -> choices.addObject().put("value", choice.value())
                    .set("label", wording(choice.label())));
        }
        ifAny(tree, "from", answer.from());
        if (answer.label() != null) {
            tree.set("label", wording(answer.label()));
        }
        ifAny(tree, "value", answer.value());
        return tree;
    }

    private static ObjectNode wording(Wording wording) {
        return sorted(wording.byLanguage());
    }

    private static ObjectNode sorted(Map<String, String> texts) {
        ObjectNode tree = NODES.objectNode();
        new TreeMap<>(texts).forEach(tree::put);
        return tree;
    }

    private static void phrases(ObjectNode tree, String field, Map<String, List<String>> phrases) {
        ObjectNode languages = NODES.objectNode();
        new TreeMap<>(phrases).forEach((language, texts) -> texts(languages, language, texts));
        unlessEmpty(tree, field, languages);
    }

    private static void texts(ObjectNode tree, String field, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode list = tree.putArray(field);
            texts.forEach(list::add);
        }
    }

    private static void unlessEmpty(ObjectNode tree, String field, ObjectNode inner) {
        if (!inner.isEmpty()) {
            tree.set(field, inner);
        }
    }

    private static void ifAny(ObjectNode tree, String field, @Nullable Object value) {
        if (value != null) {
            tree.put(field, value.toString());
        }
    }

    private static void ifAny(ObjectNode tree, @Nullable Wording text) {
        if (text != null) {
            tree.set("text", wording(text));
        }
    }
}
