package io.openteller.platform.guard.internal;

import io.openteller.platform.guard.Span;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text in which digits that were spelt out ("four one double one") stand as digits, and the way back to the places in
 * the text as it was written.
 */
final class SpokenDigits {

    private static final Map<String, String> WORDS = words();
    private static final String WORD = "(?:" + String.join("|", WORDS.keySet()) + ")";
    private static final String ITEM = "(?:(?:double|triple) )?(?:" + WORD + "(?![\\p{L}\\p{M}])|\\p{Nd}+)";
    private static final Pattern RUN = Pattern.compile(
            "(?<![\\p{L}\\p{Nd}])" + ITEM + "(?:(?:[ ]*[,.-]?[ ]+|-)" + ITEM + "){3,}(?![\\p{L}\\p{Nd}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ONE = Pattern.compile(
            "(?:(double|triple) )?(" + WORD + "(?![\\p{L}\\p{M}])|\\p{Nd})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SPOKEN = Pattern.compile(
            "(?<![\\p{L}\\p{M}])" + WORD + "(?![\\p{L}\\p{M}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder places = new StringBuilder();
    private final String written;

    private SpokenDigits(String written) {
        this.written = written;
    }

    /** Null when nothing was spelt out. */
    static @Nullable SpokenDigits in(String written) {
        Matcher run = RUN.matcher(written);
        SpokenDigits read = new SpokenDigits(written);
        int copied = 0;
        boolean any = false;
        while (run.find()) {
            if (!SPOKEN.matcher(run.group()).find()) {
                continue;
            }
            any = true;
            read.copy(copied, run.start());
            read.digits(run.start(), run.end());
            copied = run.end();
        }
        read.copy(copied, written.length());
        return any ? read : null;
    }

    String text() {
        return text.toString();
    }

    /** The same span, where it stands in the text as written. */
    Span asWritten(Span span) {
        int start = places.charAt(span.start());
        int last = places.charAt(span.end() - 1);
        int end = last + 1;
        Matcher word = ONE.matcher(written);
        // The last digit may be a whole word, of which only the beginning is known.
        if (word.find(last) && word.start() == last) {
            end = word.end();
        }
        return new Span(start, end, span.type(), span.value(), span.score());
    }

    private void copy(int from, int to) {
        for (int i = from; i < to; i++) {
            text.append(written.charAt(i));
            places.append((char) i);
        }
    }

    private void digits(int from, int to) {
        Matcher one = ONE.matcher(written).region(from, to);
        while (one.find()) {
            String word = one.group(2).toLowerCase(Locale.ROOT);
            String digit = WORDS.getOrDefault(word, word);
            int times = one.group(1) == null ? 1 : one.group(1).equalsIgnoreCase("double") ? 2 : 3;
            for (int i = 0; i < times; i++) {
                text.append(digit);
                places.append((char) one.start());
            }
        }
    }

    private static Map<String, String> words() {
        String[] lines = {
            "zero|oh|nought|shunya|शून्य", "one|ek|एक", "two|do|दो", "three|teen|तीन", "four|char|chaar|चार",
            "five|paanch|panch|पांच|पाँच", "six|chhe|chah|छह|छः", "seven|saat|sat|सात", "eight|aath|ath|आठ",
                    "nine|nau|नौ"
        };
        Map<String, String> words = new HashMap<>();
        for (int digit = 0; digit < lines.length; digit++) {
            for (String word : lines[digit].split("\\|")) {
                words.put(word, String.valueOf(digit));
            }
        }
        return words;
    }
}
