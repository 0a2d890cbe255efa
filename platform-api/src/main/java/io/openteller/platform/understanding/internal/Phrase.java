package io.openteller.platform.understanding.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words to look for, in their order. {@code a|b} is either word; {@code ...} lets up to four others stand between; after
 * {@code =} the message must be these words and no more.
 * Case, apostrophes and punctuation do not matter; only whole words count.
 */
final class Phrase {

    private static final String GAP = "(?: [^ ]+){0,4}";

    private final Pattern pattern;

    private Phrase(Pattern pattern) {
        this.pattern = pattern;
    }

    static Phrase of(String written) {
        boolean whole = written.startsWith("= ");
        String words = whole ? written.substring(2) : written;
        String pattern = Arrays.stream(words.strip().split("\\s+"))
                .map(word -> word.equals("...") ? GAP : " " + alternatives(word))
                .collect(Collectors.joining());
        return new Phrase(Pattern.compile(whole ? "^" + pattern + "(?= $)" : pattern + "(?= )"));
    }

    /** @param spacedWords as {@link Words#spaced} writes them */
    Optional<String> in(String spacedWords) {
        var matcher = pattern.matcher(spacedWords);
        return matcher.find() ? Optional.of(matcher.group().strip()) : Optional.empty();
    }

    private static String alternatives(String word) {
        return Arrays.stream(word.split("\\|"))
                .map(one -> Pattern.quote(Words.spaced(one).strip()))
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
