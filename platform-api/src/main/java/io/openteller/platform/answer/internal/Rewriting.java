package io.openteller.platform.answer.internal;

import io.openteller.platform.answer.internal.extractive.Terms;
import io.openteller.platform.answer.internal.extractive.Asked;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes a question out of a message that only goes on with the one before: "and for the other card?". */
final class Rewriting {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern GOES_ON = Pattern.compile(
            "^(and|but|or|then|so|what about|how about|what if|also|same for|for|only|aur|lekin|phir|और|लेकिन|तो|फिर)\\b.*", FLAGS);
    private static final Pattern POINTS_BACK = Pattern.compile(
            "\\b(it|that|this|those|these|them|they|there|one|ones|other|instead|same|uska|uski|iska|iski|usme|isme|woh|wahi|उसका|उसकी|इसका|इसकी|उसमें|इसमें|दूसरा|दूसरी|दूसरे)\\b",
            FLAGS);
    private static final int FEW = 2;
    private static final int SOME = 4;

    private final Terms terms;

    Rewriting(Terms terms) {
        this.terms = terms;
    }

    /** @return the message itself where it stands alone, or where nothing came before */
    String of(String message, List<String> earlier) {
        if (earlier.isEmpty()) {
            return message;
        }
        Map<String, String> own = terms.in(message);
        boolean leans = GOES_ON.matcher(message.strip()).matches() && own.size() <= SOME
                || POINTS_BACK.matcher(message).find() && own.size() <= FEW
                || own.isEmpty();
        if (!leans) {
            return message;
        }
        String before = earlier.reversed().stream()
                .filter(text -> terms.in(text).size() > own.size() || terms.in(text).size() > 1)
                .findFirst()
                .orElse("");
        return before.isBlank() ? message : joined(before, message, own);
    }

    /** The new words stand beside the old subject; the old question's kind ("how much") counts unless there is a new one. */
    private static String joined(String before, String message, Map<String, String> own) {
        boolean asksAnew = Asked.in(message) != Asked.OTHER;
        String kept = before.strip().replaceFirst("[?.!।]+$", "");
        String added = own.isEmpty() || asksAnew ? message : String.join(" ", own.values());
        return asksAnew ? message + " (" + kept.toLowerCase(Locale.ROOT) + ")" : kept + ", " + added + "?";
    }
}
