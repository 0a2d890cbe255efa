package io.openteller.platform.turn.internal;

import io.openteller.platform.answer.Confidence;
import io.openteller.platform.conversation.MessageView.Citation;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.desk.Packet;
import io.openteller.platform.desk.Reason;
import io.openteller.platform.guard.Evidence;
import io.openteller.platform.retrieval.Passage;
import io.openteller.platform.turn.Decision;
import io.openteller.platform.turn.Decision.Route;
import io.openteller.platform.workflow.Performed;
import io.openteller.platform.workflow.RunReply;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reply before it is stored, with what led to it.
 *
 * @param rule overrules the ruling's own when something later decided; null otherwise
 * @param reason why a person is needed; null when none is
 * @param passages all that were looked at
 * @param cited those of them that the reply quotes, or that contradict each other
 * @param evidence texts that the reply's claims may rest on, besides what the bank's systems returned
 * @param confidence null when no knowledge was asked
 * @param run what procedures had to say that is in it; null if none speaks
 */
record Draft(
        String text,
        Route route,
        @Nullable String rule,
        @Nullable Reason reason,
        List<Citation> citations,
        @Nullable Map<String, Object> card,
        List<Passage> passages,
        List<Passage> cited,
        List<Evidence> evidence,
        List<Performed> performed,
        List<Packet.Fact> facts,
        List<Packet.Promise> promises,
        Decision.GuardFinding guard,
        @Nullable Confidence confidence,
        @Nullable RunReply run) {

    private static final Decision.GuardFinding UNCHECKED = new Decision.GuardFinding("SKIPPED", List.of());

    static Draft said(String text, Route route) {
        return new Draft(
                text,
                route,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                UNCHECKED,
                null,
                null);
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
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                UNCHECKED,
                null,
                null);
    }

    Draft ruled(String name) {
        return with(text, route, name, citations, card, passages, cited, evidence, performed, facts, promises, guard);
    }

    Draft citing(List<Citation> sources, List<Passage> quoted, List<Evidence> known) {
        return with(text, route, rule, sources, card, passages, quoted, known, performed, facts, promises, guard);
    }

    /** Marks passages in the record without showing them to the customer. */
    Draft quoting(List<Passage> quoted) {
        return with(
                text, route, rule, citations, card, passages, quoted, evidence, performed, facts, promises, guard);
    }

    Draft weighed(List<Passage> considered, Confidence sure) {
        return new Draft(
                text,
                route,
                rule,
                reason,
                citations,
                card,
                considered,
                cited,
                evidence,
                performed,
                facts,
                promises,
                guard,
                sure,
                run);
    }

    Draft after(List<Performed> calls, List<Packet.Fact> known, List<Packet.Promise> told) {
        return with(text, route, rule, citations, card, passages, cited, evidence, calls, known, told, guard);
    }

    Draft asking(Map<String, Object> step) {
        return with(
                text, route, rule, citations, step, passages, cited, evidence, performed, facts, promises, guard);
    }

    Draft checked(Decision.GuardFinding finding) {
        return with(
                text, route, rule, citations, card, passages, cited, evidence, performed, facts, promises, finding);
    }

    private Draft with(
            String said,
            Route to,
            @Nullable String by,
            List<Citation> sources,
            @Nullable Map<String, Object> step,
            List<Passage> considered,
            List<Passage> quoted,
            List<Evidence> known,
            List<Performed> calls,
            List<Packet.Fact> facts,
            List<Packet.Promise> told,
            Decision.GuardFinding finding) {
        return new Draft(
                said, to, by, reason, sources, step, considered, quoted, known, calls, facts, told, finding, confidence, run);
    }

    Draft knownBy(List<Evidence> known) {
        return with(text, route, rule, citations, card, passages, cited, known, performed, facts, promises, guard);
    }

    /** What a procedure said in it. */
    Draft of(RunReply reply) {
        return new Draft(
                text,
                route,
                rule,
                reason,
                citations,
                card,
                passages,
                cited,
                evidence,
                performed,
                facts,
                promises,
                guard,
                confidence,
                reply);
    }

    /** With more of what the people who take it should know. */
    Draft knowing(List<Packet.Fact> known) {
        List<Packet.Fact> all = Stream.concat(facts.stream(), known.stream()).toList();
        return with(text, route, rule, citations, card, passages, cited, evidence, performed, all, promises, guard);
    }

    Draft reworded(String words) {
        return with(words, route, rule, citations, card, passages, cited, evidence, performed, facts, promises, guard);
    }

    Owner nextOwner() {
        return reason == null ? Owner.ASSISTANT : Owner.QUEUE;
    }
}
