package io.openteller.platform.guard.internal;

import io.openteller.platform.guard.Span;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One way in which one type is written.
 *
 * @param pattern a group {@code v}, if there is one, is the value; else all of it is
 * @param score without a word nearby that says what it is
 * @param verbatim whether the value is as written, not without separators and in capitals
 * @param check sees the value
 * @param near words one of which, close by, makes it likely; null if none would
 */
record Rule(
        String type, Pattern pattern, double score, boolean verbatim, Predicate<String> check, @Nullable Pattern near)
        implements Recogniser {

    private static final int BEFORE = 60;
    private static final int AFTER = 30;
    private static final double LIFT = 0.4;
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    /** Between separate numbers, letters and the rest of the text. */
    static Rule of(String type, double score, String regex) {
        return raw(type, score, "(?<![\\p{L}\\p{Nd}_])(?:" + regex + ")(?![\\p{L}\\p{Nd}_])");
    }

    /** The pattern says itself where it may begin and end. */
    static Rule raw(String type, double score, String regex) {
        Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return new Rule(type, pattern, score, false, value -> true, null);
    }

    Rule valid(Predicate<String> also) {
        return new Rule(type, pattern, score, verbatim, check.and(also), near);
    }

    /** Separators and case belong to the value. */
    Rule asWritten() {
        return new Rule(type, pattern, score, true, check, near);
    }

    Rule near(String... words) {
        String any = Arrays.stream(words)
                .map(word -> word.endsWith("*")
                        ? Pattern.quote(word.substring(0, word.length() - 1)) + "[\\p{L}]*"
                        : Pattern.quote(word))
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{M}])(?:", ")(?![\\p{L}\\p{M}])"));
        Pattern around = Pattern.compile(any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return new Rule(type, pattern, score, verbatim, check, around);
    }

    @Override
    public void find(String text, Consumer<Span> found) {
        Matcher matcher = pattern.matcher(text);
        boolean named = matcher.namedGroups().containsKey("v");
        while (matcher.find()) {
            int start = named ? matcher.start("v") : matcher.start();
            int end = named ? matcher.end("v") : matcher.end();
            if (start < 0) {
                continue;
            }
            String written = text.substring(start, end);
            String value = verbatim ? written : plain(written);
            if (check.test(value)) {
                found.accept(new Span(start, end, type, value, near(text, start, end) ? lifted() : score));
            }
        }
    }

    static String plain(String written) {
        String joined = SEPARATORS.matcher(written).replaceAll("");
        StringBuilder ascii = new StringBuilder(joined.length());
        joined.chars()
                .forEach(c -> ascii.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : (char) c));
        return ascii.toString().toUpperCase(Locale.ROOT);
    }

    private double lifted() {
        return Math.min(1, Math.max(score, LIFT) + LIFT);
    }

    private boolean near(String text, int start, int end) {
        if (near == null) {
            return false;
        }
        String around = text.substring(Math.max(0, start - BEFORE), start) + " "
                + text.substring(end, Math.min(text.length(), end + AFTER));
        return near.matcher(around).find();
    }
}
