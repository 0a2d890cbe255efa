package io.openteller.platform.guard.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.guard.Evidence;
import io.openteller.platform.guard.Reply;
import io.openteller.platform.guard.Verdict;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sentences made at random from parts, so that they are not those that somebody thought of. */
class ClaimsGatePropertyTest {

    private static final int TIMES = 500;
    private static final List<String> SUBJECTS = List.of("The Heron account", "A replacement card", "An instalment", "The locker",
            "A cheque from abroad", "Each joint holder", "The student loan");
    private static final List<String> VERBS = List.of("costs", "is limited to", "needs at least", "may take up to", "never exceeds",
            "is charged", "does not cost more than");
    private static final List<String> UNITS = List.of("₹%s", "£%s", "%s%%", "%s days", "%s working days", "%s hours", "$%s a month",
            "%s rupees per year", "%s payments a week");
    private static final List<String> ENDS = List.of("", " in the app", " at any branch", " unless you object", " after the first year",
            " for customers abroad", " without a signature");

    private final Random random = new Random(20261121);
    private final ClaimsGate gate = ClaimsGate.forClaimsOnly();

    @Test
    void a_reply_that_is_a_passage_s_own_text_always_passes() {
        for (int i = 0; i < TIMES; i++) {
            String passage = sentence(number()) + " " + sentence(number()) + " " + sentence(number());
            assertThat(verdict(passage, passage)).as(passage).isInstanceOf(Verdict.Pass.class);
        }
    }

    @Test
    void a_reply_with_one_digit_changed_never_passes() {
        for (int i = 0; i < TIMES; i++) {
            String number = number();
            String sentence = sentence(number);
            String other = changed(number);
            String reply = sentence.replace(number, other);
            assertThat(verdict(sentence, reply)).as(reply + " / " + sentence).isInstanceOf(Verdict.Downgrade.class);
        }
    }

    private Verdict verdict(String source, String reply) {
        return gate.inspectReply(Reply.of(reply), List.of(Evidence.passage("", "", source)));
    }

    private String sentence(String number) {
        return one(SUBJECTS) + " " + one(VERBS) + " " + one(UNITS).formatted(number) + one(ENDS) + ".";
    }

    private String number() {
        return switch (random.nextInt(3)) {
            case 0 -> String.valueOf(2 + random.nextInt(97));
            case 1 -> "%d.%d5".formatted(1 + random.nextInt(20), 1 + random.nextInt(9));
            default -> "%d,%d00".formatted(1 + random.nextInt(90), 1 + random.nextInt(9));
        };
    }

    private String changed(String number) {
        int at = random.nextInt(number.length());
        while (!Character.isDigit(number.charAt(at))) {
            at = random.nextInt(number.length());
        }
        char digit = number.charAt(at) == '9' ? '8' : (char) (number.charAt(at) + 1);
        return number.substring(0, at) + digit + number.substring(at + 1);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
