package io.openteller.platform.answer.internal.extractive;

import java.util.Arrays;

/** What kind of thing a question asks for, and whether a sentence has such a thing; by {@code resources/answer/asked.txt}. */
public enum Asked {
    PHONE,
    ADDRESS,
    /** A time of the day. */
    CLOCK,
    DEADLINE,
    LENGTH,
    MOMENT,
    LIMIT,
    RATE,
    FEE,
    AMOUNT,
    COUNT,
    OTHER;

    public static Asked in(String question) {
        return Arrays.stream(values())
                .filter(kind -> kind != OTHER && AskedRules.ALL.of(kind).isCueIn(question))
                .findFirst()
                .orElse(OTHER);
    }

    /** @return 1 where the sentence has such a thing and says so, less where it only has one, 0 where it has none */
    double isAnsweredBy(String sentence, String heading) {
        if (this == OTHER) {
            return 0.5;
        }
        AskedRules.Rule rule = AskedRules.ALL.of(this);
        if (!rule.isAnswerIn(sentence)) {
            return 0;
        }
        return rule.isAboutIn(sentence) ? 1 : rule.isAboutIn(heading) ? 0.8 : 0.5;
    }

    /** Whether the sentence says that it means another kind of thing: a limit where a fee is asked for. */
    boolean isAnotherIn(String sentence) {
        return this != OTHER && AskedRules.ALL.of(this).isInsteadIn(sentence);
    }
}
