package io.openteller.platform.guard.internal.gate;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a clause denies, apart from a charge: that is a figure. */
final class Denials {

    private static final Pattern DENIAL = Pattern.compile("\\b(?:no|not|never|cannot|without|none|nothing|neither|nor)\\b|n't\\b");
    private static final Pattern HARMLESS = Pattern.compile("\\b(?:no|not|never|nor|n't|cannot) (?:(?!no\\b|not\\b|in\\b|within\\b)\\p{L}+ ){0,3}?(?:more|less|fewer|later|longer|earlier) than"
            + "|no later|no matter|(?:can't|cannot|not|never) (?:send |be |take |borrow |pay )?(?:more|exceed\\p{L}*)(?: than)?|^no,|needn't"
            + "|don't need|do not need|whether or not|not (?:only|just)");

    private Denials() {}

    static boolean mayBeIn(Clause clause) {
        return DENIAL.matcher(clause.plain()).find();
    }

    /** Stems of up to two words after each negator; a negator before none stands for itself. */
    static Set<String> in(Clause clause) {
        String plain = clause.plain();
        Set<String> denied = new LinkedHashSet<>();
        for (Matcher match = DENIAL.matcher(plain); match.find(); ) {
            int start = clause.from() + match.start();
            boolean charge = clause.figures().stream()
                    .anyMatch(figure -> Charges.isNone(figure) && figure.start() <= start && start < figure.end());
            if (!charge && !isHarmless(plain, match.start())) {
                Set<String> after = clause.whole().terms(clause.from() + match.end(), clause.to());
                after.stream().limit(2).forEach(denied::add);
                if (after.isEmpty()) {
                    denied.add(match.group());
                }
            }
        }
        return denied;
    }

    private static boolean isHarmless(String plain, int at) {
        for (Matcher match = HARMLESS.matcher(plain); match.find(); ) {
            if (match.start() <= at && at < match.end()) {
                return true;
            }
        }
        return false;
    }
}
