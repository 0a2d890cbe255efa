package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.Entity.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Case, ticket, transfer and order numbers: named as such, or letters and digits that nothing else looks like. */
final class ReferenceFinder {

    private static final Pattern NAMED = Pattern.compile(
            "(?iu)\\b(?:reference|ref|case|ticket|complaint|dispute|claim|order|booking|utr|rrn|arn|urn|crn"
                    + "|(?:transaction|txn|upi|payment)\\s+(?:id|ref(?:erence)?|number|no))\\b"
                    + "(?:\\s*(?:id|no|number|num|code|is|was|#|:|\\.|-))*\\s*"
                    + "(?<value>(?=[\\w-]*\\d)[A-Za-z0-9][A-Za-z0-9/-]{3,24}\\b)");

    private static final Pattern BY_SHAPE =
            Pattern.compile("\\b(?<value>[A-Z]{2,5}[A-Z0-9]?-?(?=[A-Z0-9-]*\\d{4})[A-Z0-9]+(?:-[A-Z0-9]+)*)\\b");

    private ReferenceFinder() {}

    static List<Reference> in(String text) {
        List<Reference> found = new ArrayList<>();
        for (Pattern pattern : List.of(NAMED, BY_SHAPE)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                String value = matcher.group("value");
                if (!isMoney(value)) {
                    found.add(new Reference(
                            matcher.start("value"), matcher.end("value"), value.toUpperCase(Locale.ROOT)));
                }
            }
        }
        return found;
    }

    /** {@code INR5000} has the shape of a reference and is none. */
    private static boolean isMoney(String value) {
        return Pattern.matches("(?i)(?:rs|inr|gbp|usd|eur)\\d+", value);
    }
}
