package io.openteller.procedures.definition;

import io.openteller.procedures.definition.Node.Edge;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What other tools call things. */
class StepWords {

    private static final Map<NodeType, Set<String>> TYPES = Map.ofEntries(
            Map.entry(NodeType.ASK, Set.of("ask", "question", "input", "user_input", "collect", "prompt_user", "form", "slot")),
            Map.entry(NodeType.ANSWER, Set.of("answer", "message", "say", "respond", "response", "reply", "output", "send_message")),
            Map.entry(NodeType.OPERATION, Set.of("operation", "tool", "tool_call", "api", "api_call", "action", "function", "http", "call")),
            Map.entry(NodeType.DECIDE, Set.of("decide", "decision", "condition", "conditional", "branch", "router", "route", "switch", "if")),
            Map.entry(NodeType.CLASSIFY, Set.of("classify", "classifier", "intent", "intent_classifier", "llm_router")),
            Map.entry(NodeType.CONFIRM, Set.of("confirm", "confirmation")),
            Map.entry(NodeType.VERIFY, Set.of("verify", "verification", "auth", "authenticate", "authentication", "otp", "login")),
            Map.entry(NodeType.APPROVE, Set.of("approve", "approval", "human_approval", "review")),
            Map.entry(NodeType.NOTIFY, Set.of("notify", "notification", "sms", "email", "push")),
            Map.entry(NodeType.WAIT, Set.of("wait", "delay", "sleep", "timer", "pause")),
            Map.entry(NodeType.HANDOFF, Set.of("handoff", "human", "human_handoff", "agent_handoff", "escalate", "escalation", "transfer")),
            Map.entry(NodeType.SUBFLOW, Set.of("subflow", "workflow", "subgraph", "sub_workflow", "flow")),
            Map.entry(NodeType.END, Set.of("end", "finish", "stop", "terminal", "exit", "done")));

    private static final Set<String> PLANNED = Set.of(
            "", "default", "next", "else", "otherwise", "*", "always", "success", "ok", "done", "passed", "verified", "confirmed",
            "approved", "yes", "complete", "completed");

    private static final Map<Edge, Set<String>> EDGES = Map.of(
            Edge.TIMEOUT, Set.of("timeout", "timed_out", "no_answer", "silence"),
            Edge.ERROR, Set.of("error", "failure", "exception", "unavailable"),
            Edge.REFUSED, Set.of("refused", "denied", "forbidden"),
            Edge.DECLINED, Set.of("declined", "no", "rejected", "cancel", "cancelled"),
            Edge.GAVE_UP, Set.of("gave_up", "max_attempts", "max_retries", "invalid"),
            Edge.FAILED, Set.of("failed", "not_verified", "unverified"),
            Edge.UNSURE, Set.of("unsure", "unknown", "other", "none"));

    /** Steps that let a model write or decide have no counterpart: here people write, and machines check. */
    static final List<String> MODEL = List.of("llm", "agent", "generate", "model", "chat", "rag", "retrieve", "prompt");

    private StepWords() {}

    static Optional<NodeType> type(String word) {
        String plain = plain(word);
        return TYPES.entrySet().stream().filter(entry -> entry.getValue().contains(plain)).map(Map.Entry::getKey).findFirst();
    }

    static boolean isPlanned(String condition) {
        return PLANNED.contains(plain(condition));
    }

    /** Of those that the node can have: what one tool calls failed may be an error here. */
    static Optional<Edge> edge(String condition, Set<Edge> possible) {
        String plain = plain(condition);
        Optional<Edge> own = EDGES.entrySet().stream()
                .filter(entry -> possible.contains(entry.getKey()) && entry.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst();
        boolean bad = Set.of("failed", "failure", "fail", "error", "rejected", "denied", "no").contains(plain);
        return own.isPresent() || !bad
                ? own
                : List.of(Edge.FAILED, Edge.ERROR, Edge.DECLINED).stream().filter(possible::contains).findFirst();
    }

    static String plain(String word) {
        return word.strip().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }

    /** {@code ask_card 2} becomes {@code ask_card-2}; never empty. */
    static String node(String id) {
        String name = id.strip().replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^[^A-Za-z]+", "");
        return name.isEmpty() ? "step-" + Integer.toHexString(id.hashCode()) : name.substring(0, Math.min(60, name.length()));
    }

    /** {@code card_number} becomes {@code cardNumber}; never empty, and never a name that is taken. */
    static String variable(String name) {
        List<String> words = List.of(name.strip().split("[^A-Za-z0-9]+")).stream().filter(word -> !word.isEmpty()).toList();
        String joined = words.isEmpty() ? "" : words.stream()
                .skip(1)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", words.getFirst().substring(0, 1).toLowerCase(Locale.ROOT) + words.getFirst().substring(1), ""));
        String clean = joined.replaceAll("^[^a-z]+", "");
        String name40 = clean.isEmpty() ? "value" : clean.substring(0, Math.min(36, clean.length()));
        return Forms.TAKEN.contains(name40) ? name40 + "Said" : name40;
    }
}
