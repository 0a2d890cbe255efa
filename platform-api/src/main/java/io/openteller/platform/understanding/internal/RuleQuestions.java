package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.RiskSignal.Kind;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Sentences that ask for a deadline, a number or a price, and tell of nothing that happened: "how long do I have to dispute a
 * payment?" is a question about the rules, not a dispute.
 */
final class RuleQuestions {

    /** Who asks about these may well be in them: better one colleague too many. */
    private static final Set<Kind> NEVER = Set.of(
            Kind.SELF_HARM, Kind.VULNERABILITY, Kind.BEREAVEMENT, Kind.HARDSHIP, Kind.HUMAN_REQUEST, Kind.ACCOUNT_TAKEOVER);

    private static final Set<String> MEASURES = Set.of("long", "many", "much", "soon", "often", "quickly");
    private static final Set<String> LEADS = Set.of("and", "so", "hi", "hello", "please", "within", "in", "by", "tell", "me");

    /** Something that happened, somebody who did it, or something of one's own that it happened to. */
    private static final Set<String> EVENTS = Set.of(
            "ive", "weve", "was", "were", "been", "had", "didnt", "wasnt", "never", "havent", "hasnt", "someone", "somebody",
            "stole", "stolen", "took", "taken", "lost", "gone", "missing", "used", "got", "happened", "hacked", "scammed",
            "cheated", "gave", "sent", "today", "yesterday", "still", "already", "again", "longer", "more", "waiting",
            "this", "these", "those", "ago");

    private RuleQuestions() {}

    /** Whether such sentences are no signal of that kind. */
    static boolean silence(Kind kind) {
        return !NEVER.contains(kind);
    }

    /** The words of such sentences. */
    static BitSet of(List<Token> tokens) {
        BitSet asked = new BitSet();
        int from = 0;
        while (from < tokens.size()) {
            int end = from;
            while (end < tokens.size() && !tokens.get(end).endsSentence()) {
                end++;
            }
            if (asksForRule(tokens.subList(from, end))) {
                asked.set(from, end);
            }
            from = end + 1;
        }
        return asked;
    }

    private static boolean asksForRule(List<Token> sentence) {
        int at = 0;
        while (at < sentence.size() && LEADS.contains(sentence.get(at).word())) {
            at++;
        }
        return at + 1 < sentence.size()
                && sentence.get(at).word().equals("how")
                && MEASURES.contains(sentence.get(at + 1).word())
                && sentence.stream().noneMatch(token -> EVENTS.contains(token.word()));
    }
}
