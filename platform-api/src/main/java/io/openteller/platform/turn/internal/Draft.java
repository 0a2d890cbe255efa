package io.openteller.platform.turn.internal;

import io.openteller.platform.conversation.MessageView.Citation;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.desk.Packet;
import io.openteller.platform.desk.Reason;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.turn.Decision;
import io.openteller.platform.turn.Decision.Route;
import io.openteller.platform.workflow.Performed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reply before it is stored, with what led to it.
 *
 * @param rule overrules the ruling's own when something later decided; null otherwise
 * @param reason why a person is needed; null when none is
 */
record Draft(
        String text,
        Route route,
        @Nullable String rule,
        @Nullable Reason reason,
        List<Citation> citations,
        @Nullable Map<String, Object> card,
        List<Passage> passages,
        @Nullable Passage cited,
        List<Performed> performed,
        List<Packet.Fact> facts,
        List<Packet.Promise> promises,
        Decision.GuardFinding guard) {

    private static final Decision.GuardFinding UNCHECKED = new Decision.GuardFinding("SKIPPED", List.of());

    static Draft said(String text, Route route) {
        return new Draft(
                text, route, null, null, List.of(), null, List.of(), null, List.of(), List.of(), List.of(), UNCHECKED);
    }

    static Draft person(String text, Reason reason, @Nullable String rule) {
        return new Draft(
                text,
                Route.ESCALATE,
                rule,
                reason,
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                UNCHECKED);
    }

    Draft citing(List<Citation> sources, List<Passage> considered, @Nullable Passage quoted) {
        return new Draft(
                text, route, rule, reason, sources, card, considered, quoted, performed, facts, promises, guard);
    }

    Draft after(List<Performed> calls, List<Packet.Fact> known, List<Packet.Promise> told) {
        return new Draft(text, route, rule, reason, citations, card, passages, cited, calls, known, told, guard);
    }

    Draft asking(Map<String, Object> step) {
        return new Draft(
                text, route, rule, reason, citations, step, passages, cited, performed, facts, promises, guard);
    }

    Draft checked(Decision.GuardFinding finding) {
        return new Draft(
                text, route, rule, reason, citations, card, passages, cited, performed, facts, promises, finding);
    }

    Owner nextOwner() {
        return reason == null ? Owner.ASSISTANT : Owner.QUEUE;
    }
}
