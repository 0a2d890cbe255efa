package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim;
import io.openteller.platform.guard.Claim.Kind;
import io.openteller.platform.guard.Evidence;
import io.openteller.platform.guard.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Promises that nobody may make for the bank, and advice that only a licensed person may give. */
final class Phrases implements Policy {

    private static final Pattern PROMISE = pattern("\\b(?:(?:i|we)(?: can| do| will)?(?: personally)? (?:guarantee|promise)(?! to (?:never )?ask)\\b[^.!?]*"
            + "|(?:it is|it's|is|are|be|you are|you're) (?:100 ?% |fully |absolutely )?guaranteed to [^.!?]*"
            + "|guaranteed (?:approval|acceptance|returns?|profits?|refund)"
            + "|(?:i|we)(?:'ll| will| are going to|'re going to) (?:definitely|certainly|surely|absolutely|of course|without (?:a )?doubt|always)"
            + " (?:refund|pay|approve|waive|reimburse|credit|compensate|cancel|give|return|get)[^.!?]*"
            + "|you(?:'ll| will) (?:definitely|certainly|surely|absolutely|without (?:a )?doubt) (?:get|receive|be (?:refunded|approved|paid|compensated))[^.!?]*"
            + "|(?:i|we) (?:assure|give) you (?:my|our) word[^.!?]*|rest assured,? (?:that )?(?:you|we|your)[^.!?]*"
            + "|(?:i|we) (?:admit|accept) (?:full )?liability[^.!?]*|(?:no|zero|without any) risk (?:at all|whatsoever)|risk[- ]free (?:investment|returns?|profit))");
    private static final Pattern ADVICE = pattern("\\b(?:you (?:should|ought to|had better|must|need to) (?:invest|buy|sell|put (?:your|all|the|some) (?:money|savings|funds)"
            + "|move your (?:savings|pension|investments)|borrow|remortgage|switch your pension)\\b[^.!?]*"
            + "|i(?:'d| would)?(?: strongly| highly| personally)? (?:recommend|advise|suggest)(?: that you)?(?: investing| buying| selling| putting| you invest| you buy"
            + "| this| the| our| a)(?: \\w+){0,3}? ?(?:funds?|shares?|stocks?|bonds?|portfolio|investments?|etfs?|policy|pension|crypto(?:currency)?|gold|plan)\\b[^.!?]*"
            + "|(?:best|perfect|ideal|safest|right) (?:investment|fund|stock|portfolio|pension)(?: for you)?"
            + "|(?:will|is (?:going|sure|bound) to) (?:outperform|double your|beat the market)[^.!?]*"
            + "|(?:now|today) is (?:a|the) (?:good|great|best|right|perfect) time to (?:invest|buy|sell|borrow)[^.!?]*"
            + "|to (?:avoid|evade|get around) (?:paying )?(?:the |your )?tax(?:es)?\\b[^.!?]*|you(?:'d| would) be better off (?:investing|buying|selling|borrowing)[^.!?]*)");

    @Override
    public List<Claim> broken(Reply reply, List<Evidence> evidence) {
        List<Claim> broken = new ArrayList<>();
        String plain = Plain.of(reply.text());
        find(PROMISE, plain, reply, evidence, Kind.PROMISE, "A promise that only a person may make.", broken);
        find(ADVICE, plain, reply, evidence, Kind.ADVICE, "Advice that only a licensed adviser may give.", broken);
        return broken;
    }

    private static void find(
            Pattern pattern, String plain, Reply reply, List<Evidence> evidence, Kind kind, String reason, List<Claim> broken) {
        for (Matcher match = pattern.matcher(plain); match.find(); ) {
            String words = match.group().strip();
            // The bank's own approved words are the bank's own promise.
            boolean written = evidence.stream().anyMatch(one -> Plain.of(one.text()).contains(words));
            if (!written) {
                broken.add(new Claim(reply.text().substring(match.start(), match.end()), kind, false, reason, match.start(), match.end()));
            }
        }
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words);
    }
}
