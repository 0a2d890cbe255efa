package io.openteller.platform.persona.internal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A phrase to be found in messages, whatever their case and punctuation. {@code …} in it stands for up to four words. */
record PhrasePattern(List<String> words) {

    static final String GAP = "…";
    private static final int WIDEST = 4;

    static PhrasePattern of(String phrase) {
        return new PhrasePattern(words(phrase.replace(GAP, " " + GAP + " ")));
    }

    /** The words of the message that it fits, as they were written but for case. */
    Optional<String> in(List<String> message) {
        for (int from = 0; from < message.size(); from++) {
            int end = end(message, from, 0);
            if (end > from) {
                return Optional.of(String.join(" ", message.subList(from, end)));
            }
        }
        return Optional.empty();
    }

    /** @return where it ends if the rest of it, from {@code at}, begins at {@code from}; -1 if it does not */
    private int end(List<String> message, int from, int at) {
        if (at == words.size()) {
            return from;
        }
        if (words.get(at).equals(GAP)) {
            for (int skipped = 0; skipped <= WIDEST && from + skipped <= message.size(); skipped++) {
                int end = end(message, from + skipped, at + 1);
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        }
        boolean fits = from < message.size() && message.get(from).equals(words.get(at));
        return fits ? end(message, from + 1, at + 1) : -1;
    }

    /** Marks of Devanagari belong to their letter, so only what is neither letter, mark nor digit parts words. */
    static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("'", "")
                .replace("’", "");
        return Arrays.stream(plain.split("[^\\p{L}\\p{M}\\p{N}" + GAP + "]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
