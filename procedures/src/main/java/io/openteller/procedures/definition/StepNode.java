package io.openteller.procedures.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.procedures.definition.Node.Edge;
import io.openteller.procedures.definition.StepsImport.Step;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One step on its way to one node, or two where the step asks and decides in one. */
class StepNode {

    private static final String[] WORDS = {"text", "prompt", "question", "message", "content", "reply"};
    private static final String OPERATION = "[a-z]{2,20}\\.[a-z][a-z0-9_]{1,30}";

    private final StepsImport whole;
    private final Step step;
    private final @Nullable Step following;
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();
    private final Set<String> used = new HashSet<>();
    private final Map<String, String> open;

    StepNode(StepsImport whole, Step step, @Nullable Step following) {
        this.whole = whole;
        this.step = step;
        this.following = following;
        this.open = new LinkedHashMap<>(step.conditions());
    }

    void write() {
        NodeType type = type();
        whole.nodes.set(step.node(), node);
        node.put("type", type.word());
        switch (type) {
            case ASK -> ask();
            case ANSWER -> answer();
            case OPERATION -> operation();
            case DECIDE -> decide(node, "");
            case CLASSIFY -> classify();
            case CONFIRM, APPROVE -> agreement(type);
            case VERIFY -> verify();
            case NOTIFY -> notice();
            case WAIT -> pause();
            case HANDOFF -> handoff();
            case SUBFLOW -> subflow();
            case END -> end();
        }
        step.params().fieldNames().forEachRemaining(name -> {
            if (!used.contains(name)) {
                note("The parameter '" + name + "' has no counterpart and was left out.");
            }
        });
    }

    private NodeType type() {
        NodeType known = StepWords.type(step.type()).orElse(null);
        boolean operation = step.conditions().entrySet().stream()
                .anyMatch(one -> StepWords.isPlanned(one.getKey()) && whole.isOperation(one.getValue()));
        if ((known == NodeType.CONFIRM || known == NodeType.APPROVE) && !operation) {
            note("No operation follows that could be agreed to, so it is a plain question now.");
            return NodeType.ASK;
        }
        if (known != null) {
            return known;
        }
        boolean model = StepWords.MODEL.contains(StepWords.plain(step.type()));
        boolean sorts = model && step.conditions().keySet().stream().filter(one -> !StepWords.isPlanned(one)).count() > 1;
        note(sorts
                ? "A model chose the way here; now the customer's words do, by phrases: write some for each label."
                : "Steps of the type '" + step.type() + "' have no counterpart; a person goes on here until other nodes do it.");
        return sorts ? NodeType.CLASSIFY : NodeType.HANDOFF;
    }

    private void ask() {
        words("Please tell me.");
        String variable = whole.texts.variable(step);
        mark(StepTexts.KEPT_IN);
        ObjectNode answer = node.putObject("answer");
        String kind = kind(param("input_type", "data_type", "expects", "format"));
        boolean agreement = StepWords.type(step.type()).filter(type -> type != NodeType.ASK).isPresent();
        answer.put("type", agreement ? "boolean" : kind);
        whole.variables.put(variable, agreement ? "boolean" : kind);
        if (!agreement) {
            choices(answer, kind);
        }
        node.put("into", variable);
        attempts();
        String way = way(variable);
        ways(EnumSet.of(Edge.GAVE_UP), EnumSet.of(Edge.GAVE_UP, Edge.TIMEOUT), way);
    }

    private static String kind(String word) {
        return switch (StepWords.plain(word)) {
            case "number", "int", "integer", "numeric" -> "integer";
            case "bool", "boolean", "yes_no" -> "boolean";
            case "date", "day" -> "date";
            case "money", "amount", "currency" -> "money";
            default -> "text";
        };
    }

    private void choices(ObjectNode answer, String kind) {
        JsonNode options = object("options", "choices", "buttons");
        ArrayNode choices = JsonNodeFactory.instance.arrayNode();
        options.forEach(option -> choice(choices,
                option.isValueNode() ? option.asText() : StepsImport.first(option, "value", "id", "label"),
                option.isValueNode() ? option.asText() : StepsImport.first(option, "label", "text", "title", "value")));
        if (choices.isEmpty() && kind.equals("text")) {
            open.keySet().stream().filter(one -> !isDefault(one) && !StepTexts.isExpression(one) && edge(one, EnumSet.of(Edge.GAVE_UP, Edge.TIMEOUT)) == null)
                    .forEach(one -> choice(choices, one, one));
            if (!choices.isEmpty()) {
                note("Its choices were guessed from its conditions.");
            }
        }
        if (!choices.isEmpty()) {
            answer.set("choices", choices);
        }
    }

    private void choice(ArrayNode choices, String value, String label) {
        choices.addObject().put("value", value).putObject("label").put(whole.language, label);
    }

    private void attempts() {
        String attempts = param("max_attempts", "max_retries", "attempts", "retries");
        if (attempts.matches("[0-9]{1,4}")) {
            int kept = Math.clamp(Integer.parseInt(attempts), 1, 5);
            node.put("attempts", kept);
            if (kept != Integer.parseInt(attempts)) {
                note("It asks " + kept + " times at most, not " + attempts + ".");
            }
        }
    }

    private void answer() {
        JsonNode set = object("set", "assign", "variables");
        if (set.isObject() && !set.isEmpty()) {
            ObjectNode assigned = node.putObject("set");
            set.propertyStream().forEach(entry -> {
                String variable = StepWords.variable(entry.getKey());
                JsonNode value = entry.getValue();
                whole.variables.putIfAbsent(variable, value.isBoolean() ? "boolean" : value.isNumber() ? "integer" : "text");
                assigned.put(variable, whole.texts.value(value));
            });
        }
        if (set.isEmpty() || !param(WORDS).isEmpty()) {
            words("…");
        }
        ways(EnumSet.noneOf(Edge.class), EnumSet.noneOf(Edge.class), way(""));
    }

    private void operation() {
        String named = param("operation", "tool", "tool_name", "function", "action", "endpoint", "api", "url", "name");
        String name = named.matches(OPERATION + "/v[1-9][0-9]?") ? named : named.matches(OPERATION) ? named + "/v1" : "";
        if (name.isEmpty()) {
            String words = StepWords.plain(named.isEmpty() ? step.id() : named).replaceAll("[^a-z0-9]+", "_").replaceAll("^[^a-z]+|_+$", "");
            name = "imported." + (words.length() < 2 ? "operation" : words.substring(0, Math.min(31, words.length()))) + "/v1";
            note("'" + (named.isEmpty() ? step.id() : named) + "' is no operation of the catalogue; choose the one that does the same in place of "
                    + name + ".");
        }
        node.put("operation", name);
        JsonNode arguments = object("args", "arguments", "inputs", "parameters", "input", "body");
        ObjectNode with = node.putObject("with");
        arguments.propertyStream().forEach(entry -> with.put(StepWords.variable(entry.getKey()), whole.texts.value(entry.getValue())));
        if (!StepsImport.first(step.params(), StepTexts.KEPT_IN).isEmpty()) {
            String variable = whole.texts.variable(step);
            mark(StepTexts.KEPT_IN);
            whole.variables.put(variable, "result:" + name);
            node.put("into", variable);
        }
        Set<Edge> edges = EnumSet.of(Edge.ERROR, Edge.TIMEOUT, Edge.REFUSED);
        ways(edges, edges, way(""));
    }

    private void classify() {
        ArrayNode labels = node.putArray("labels");
        JsonNode examples = object("categories", "labels", "intents");
        open.forEach((condition, to) -> {
            if (!StepWords.isPlanned(condition) && edge(condition, EnumSet.of(Edge.UNSURE)) == null) {
                ObjectNode label = labels.addObject().put("label", StepWords.node(condition));
                ArrayNode phrases = label.putObject("phrases").putArray(whole.language);
                examples.path(condition).forEach(phrase -> phrases.add(phrase.asText()));
                if (phrases.isEmpty()) {
                    phrases.add(condition.replaceAll("[_-]+", " "));
                    note("The phrases of '" + condition + "' were guessed from its name; write what customers say.");
                }
                label.put("next", whole.target(step.node(), to));
            }
        });
        String other = open.entrySet().stream()
                .filter(one -> StepWords.isPlanned(one.getKey()) || edge(one.getKey(), EnumSet.of(Edge.UNSURE)) != null)
                .map(one -> whole.target(step.node(), one.getValue()))
                .findFirst()
                .orElseGet(whole::person);
        if (labels.isEmpty()) {
            labels.addObject().put("label", "any").put("next", other).putObject("phrases").putArray(whole.language).add("…");
            note("It has no labels; write at least one.");
        }
        node.putObject("on").put("unsure", other);
    }

    private void agreement(NodeType type) {
        if (type == NodeType.APPROVE || !param(WORDS).isEmpty()) {
            words("…");
        }
        String next = planned();
        node.put("operation", next);
        if (type == NodeType.APPROVE) {
            node.put("team", team());
        }
        ways(EnumSet.of(Edge.DECLINED), EnumSet.of(Edge.DECLINED, Edge.TIMEOUT), next);
    }

    private void verify() {
        String method = StepWords.plain(param("method", "methods", "mode"));
        node.put("level", "STEPPED_UP").putArray("methods")
                .add(method.contains("question") ? "QUESTIONS" : method.contains("device") ? "DEVICE" : "CODE");
        note("How sure it must be who the customer is was guessed: STEPPED_UP.");
        ways(EnumSet.of(Edge.FAILED, Edge.TIMEOUT), EnumSet.of(Edge.FAILED, Edge.TIMEOUT), way(""));
    }

    private void notice() {
        String channel = param("channel").isEmpty() ? step.type() : param("channel");
        String plain = StepWords.plain(channel).toUpperCase(Locale.ROOT);
        node.put("channel", Set.of("SMS", "EMAIL", "PUSH").contains(plain) ? plain : "SMS");
        String template = StepWords.plain(param("template", "template_id")).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]+", "_");
        node.put("template", template.matches("[A-Z][A-Z0-9_]{0,79}") ? template : "CHOOSE_ONE");
        if (!template.matches("[A-Z][A-Z0-9_]{0,79}") || !param(WORDS).isEmpty()) {
            note("Messages are sent by the bank's own templates, not by free text: choose one.");
        }
        Set<Edge> edges = EnumSet.of(Edge.ERROR, Edge.TIMEOUT, Edge.REFUSED);
        ways(edges, edges, way(""));
    }

    private void pause() {
        String seconds = param("seconds", "duration", "delay", "timeout");
        String minutes = param("minutes");
        String event = param("event");
        boolean known = seconds.matches("[1-9][0-9]{0,5}") || minutes.matches("[1-9][0-9]{0,4}");
        node.put("within", minutes.matches("[1-9][0-9]{0,4}") ? "PT" + minutes + "M"
                : known ? "PT" + seconds + "S" : Forms.DURATION.matcher(seconds).matches() ? seconds : "PT1H");
        if (!known && !Forms.DURATION.matcher(seconds).matches()) {
            note("How long it waits was guessed: an hour.");
        }
        boolean waits = Forms.WORD.matcher(event).matches();
        if (waits) {
            node.put("event", event);
        }
        Set<Edge> edges = waits ? EnumSet.of(Edge.TIMEOUT) : EnumSet.noneOf(Edge.class);
        ways(edges, edges, way(""));
    }

    private void handoff() {
        words("A colleague goes on with you here.");
        node.put("team", team());
        if (!open.isEmpty()) {
            note("Nothing follows a person here; its ways to " + String.join(", ", open.values()) + " were left out.");
        }
    }

    private String team() {
        String team = StepWords.plain(param("team", "queue", "department", "skill", "to")).replaceAll("[^a-z0-9_-]+", "");
        return team.matches("[a-z][a-z0-9_-]{0,59}") ? team : "front";
    }

    private void subflow() {
        String called = param("workflow", "workflow_id", "flow", "procedure", "name", "id").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        node.put("procedure", called.isEmpty() ? "choose-one" : called);
        ObjectNode with = node.putObject("with");
        object("inputs", "args", "parameters").propertyStream()
                .forEach(entry -> with.put(StepWords.variable(entry.getKey()), whole.texts.value(entry.getValue())));
        ways(EnumSet.of(Edge.DECLINED), EnumSet.of(Edge.DECLINED), way(""));
    }

    private void end() {
        if (!param(WORDS).isEmpty()) {
            words("…");
        }
        String outcome = StepWords.plain(param("outcome", "status"));
        node.put("outcome", Set.of("stopped", "cancelled", "failed").contains(outcome) ? "STOPPED" : "DONE");
    }

    /** Where it goes on: a decide of its own if that depends on something. */
    private String way(String variable) {
        Set<Edge> all = EnumSet.allOf(Edge.class);
        boolean depends = open.keySet().stream().anyMatch(one -> !isDefault(one)
                && (variable.isEmpty() ? !StepWords.isPlanned(one) && edge(one, all) == null : edge(one, EnumSet.of(Edge.GAVE_UP, Edge.TIMEOUT)) == null));
        if (!depends) {
            return planned();
        }
        String id = step.node().substring(0, Math.min(56, step.node().length())) + "-way";
        ObjectNode fork = whole.nodes.putObject(id).put("type", "decide");
        decide(fork, variable);
        return id;
    }

    private void decide(ObjectNode fork, String variable) {
        ArrayNode cases = fork.putArray("cases");
        Set<Edge> edges = variable.isEmpty() ? EnumSet.allOf(Edge.class) : EnumSet.of(Edge.GAVE_UP, Edge.TIMEOUT);
        boolean own = fork == node;
        Map<String, String> taken = new LinkedHashMap<>();
        open.forEach((condition, to) -> {
            boolean plain = isDefault(condition)
                    || !own && (edge(condition, edges) != null || variable.isEmpty() && StepWords.isPlanned(condition));
            if (!plain) {
                taken.put(condition, to);
            }
        });
        taken.forEach((condition, to) -> cases.addObject().put("when", when(condition, variable)).put("next", whole.target(step.node(), to)));
        open.keySet().removeAll(taken.keySet());
        if (cases.isEmpty()) {
            cases.addObject().put("when", "false").put("next", planned());
            note("It has no condition; write one.");
        }
        fork.put("otherwise", planned());
    }

    private String when(String condition, String variable) {
        if (StepTexts.isExpression(condition)) {
            return whole.texts.expression(condition);
        }
        if (variable.isEmpty()) {
            String on = param("variable", "field", "on", "key");
            if (!on.isEmpty()) {
                return whole.texts.expression(on) + " == " + StepTexts.quoted(condition);
            }
            note("What '" + condition + "' means was not said; write it as an expression.");
            return "false";
        }
        if ("boolean".equals(whole.variables.get(variable))) {
            return Set.of("yes", "true", "ok", "confirmed", "approved").contains(StepWords.plain(condition)) ? variable : "!" + variable;
        }
        return "integer".equals(whole.variables.get(variable)) && condition.matches("-?[0-9]{1,18}")
                ? variable + " == " + condition
                : variable + " == " + StepTexts.quoted(condition);
    }

    private static boolean isDefault(String condition) {
        return Set.of("", "default", "next", "else", "otherwise", "*", "always").contains(StepWords.plain(condition));
    }

    /** The planned way on; the following step, or a person, where none was given. */
    private String planned() {
        for (Map.Entry<String, String> one : open.entrySet()) {
            if (isDefault(one.getKey()) || StepWords.isPlanned(one.getKey())) {
                return whole.target(step.node(), one.getValue());
            }
        }
        if (step.conditions().isEmpty() && following != null) {
            note("It goes on with the step that follows in the list; that was guessed.");
            return following.node();
        }
        note("Where it goes on was not said for every case; it leads to a person.");
        return whole.person();
    }

    private void ways(Set<Edge> needed, Set<Edge> possible, String next) {
        node.put("next", next);
        ObjectNode on = JsonNodeFactory.instance.objectNode();
        open.forEach((condition, to) -> {
            Edge edge = edge(condition, possible);
            if (edge != null && !isDefault(condition)) {
                on.put(EdgeNames.of(edge), whole.target(step.node(), to));
            }
        });
        Set<String> guessed = new java.util.LinkedHashSet<>();
        for (Edge edge : needed) {
            if (!on.has(EdgeNames.of(edge))) {
                on.put(EdgeNames.of(edge), whole.person());
                guessed.add(EdgeNames.of(edge));
            }
        }
        if (!guessed.isEmpty()) {
            note("Its edges " + String.join(", ", guessed) + " were not there and lead to a person.");
        }
        if (!on.isEmpty()) {
            node.set("on", on);
        }
    }

    private static @Nullable Edge edge(String condition, Set<Edge> possible) {
        return StepTexts.isExpression(condition) ? null : StepWords.edge(condition, possible).orElse(null);
    }

    private void words(String otherwise) {
        String said = param(WORDS);
        if (said.isEmpty()) {
            note("It says nothing; write its text.");
        }
        node.putObject("text").put(whole.language, said.isEmpty() ? otherwise : whole.texts.text(said));
    }

    private String param(String... names) {
        mark(names);
        return StepsImport.first(step.params(), names);
    }

    private JsonNode object(String... names) {
        for (String name : names) {
            if (step.params().path(name).isContainerNode()) {
                used.add(name);
                return step.params().path(name);
            }
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /** Only the first of several names is read; the others would be left out unseen. */
    private void mark(String... names) {
        for (String name : names) {
            JsonNode value = step.params().path(name);
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                used.add(name);
                return;
            }
        }
    }

    private void note(String message) {
        whole.note(step.node(), message);
    }
}
