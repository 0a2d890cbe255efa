package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.Entity.CardDigits;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last four digits of a card, said or as the end of a whole card number. */
final class CardFinder {

    private static final String CARD = "(?:card|crad|कार्ड|visa|mastercard|rupay|amex)";

    private static final Pattern LAST_FOUR = Pattern.compile(
            "(?iu)(?:ending|ends|end|finishing)\\s+(?:in|with|on|by)?\\s*(?:\\d{0,0})?#?(?<a>\\d{4})(?!\\d)"
                    + "|last\\s+(?:four|4)(?:\\s+(?:digits?|numbers?|are|is|:|of))*\\s*:?\\s*(?<b>\\d{4})(?!\\d)"
                    + "|(?:[x*•·]{2,}[\\s-]*)+(?<c>\\d{4})(?!\\d)"
                    + "|" + CARD + "\\s*(?:no\\.?|number|#|नंबर)?\\s*(?<d>\\d{4})(?![\\d,.]*\\d)"
                    + "|(?<![\\d,.])(?<e>\\d{4})\\s+(?:wala|wale|vala|वाला|वाले)?\\s*(?:debit\\s+|credit\\s+|डेबिट\\s+|क्रेडिट\\s+)?"
                    + CARD);

    private static final Pattern WHOLE_NUMBER = Pattern.compile("(?<!\\d)(?:\\d[ -]?){12,18}\\d(?!\\d)");

    private CardFinder() {}

    static List<CardDigits> in(String text) {
        List<CardDigits> found = new ArrayList<>();
        Matcher whole = WHOLE_NUMBER.matcher(text);
        while (whole.find()) {
            String digits = whole.group().replaceAll("\\D", "");
            if (hasCheckDigit(digits)) {
                found.add(new CardDigits(whole.start(), whole.end(), digits.substring(digits.length() - 4)));
            }
        }
        Matcher last = LAST_FOUR.matcher(text);
        while (last.find()) {
            for (String group : List.of("a", "b", "c", "d", "e")) {
                if (last.group(group) != null) {
                    found.add(new CardDigits(last.start(group), last.end(group), last.group(group)));
                }
            }
        }
        return found;
    }

    /** Luhn. */
    private static boolean hasCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
