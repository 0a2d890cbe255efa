package io.openteller.platform.understanding.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Words to look for, in their order; no sentence may end between them.
 *
 * <p>{@code a|b} is either word, {@code stem*} any word that begins so, {@code @class} any word of the class,
 * {@code word?} may be left out, {@code ..} lets up to two others stand between and {@code ...} up to four. After
 * {@code =} the message must be these words and no more. Case, apostrophes and punctuation do not matter.
 */
final class Phrase {

    /** @param most negative when a word must stand here, else how many others may */
    private record Part(Set<String> words, List<String> stems, boolean optional, int most) {

        boolean takes(String word) {
            return words.contains(word) || stems.stream().anyMatch(word::startsWith);
        }

        boolean isGap() {
            return most >= 0;
        }
    }

    private final List<Part> parts;
    private final boolean whole;
    private final boolean heard;

    private Phrase(List<Part> parts, boolean whole, boolean heard) {
        this.parts = parts;
        this.whole = whole;
        this.heard = heard;
    }

    /**
     * @param heard whether words are compared by their sound, as Hindi in two scripts must be
     * @param classes the words of each class, by its name
     */
    static Phrase of(String written, boolean heard, Map<String, List<String>> classes) {
        boolean whole = written.startsWith("= ");
        List<Part> parts = new ArrayList<>();
        for (String part : (whole ? written.substring(2) : written).strip().split("\\s+")) {
            parts.add(switch (part) {
                case ".." -> new Part(Set.of(), List.of(), false, 2);
                case "..." -> new Part(Set.of(), List.of(), false, 4);
                default -> part(part, heard, classes);
            });
        }
        if (parts.getFirst().isGap() || parts.getFirst().optional()) {
            throw new IllegalArgumentException("a phrase begins with a word that must be there: " + written);
        }
        return new Phrase(List.copyOf(parts), whole, heard);
    }

    private static Part part(String written, boolean heard, Map<String, List<String>> classes) {
        boolean optional = written.endsWith("?");
        Set<String> words = new HashSet<>();
        List<String> stems = new ArrayList<>();
        for (String one : (optional ? written.substring(0, written.length() - 1) : written).split("\\|")) {
            for (String word : one.startsWith("@") ? known(classes, one.substring(1)) : List.of(one)) {
                boolean stem = word.endsWith("*");
                String plain = Spelling.plain(stem ? word.substring(0, word.length() - 1) : word);
                (stem ? (Collection<String>) stems : words).add(heard ? Sound.of(plain) : plain);
            }
        }
        return new Part(words, stems, optional, -1);
    }

    private static List<String> known(Map<String, List<String>> classes, String name) {
        return Objects.requireNonNull(classes.get(name), () -> "no class of words is called " + name);
    }

    boolean isHeard() {
        return heard;
    }

    /** The words it can begin with. */
    Set<String> firstWords() {
        return parts.getFirst().words();
    }

    List<String> firstStems() {
        return parts.getFirst().stems();
    }

    /**
     * @param hidden words that do not count
     * @return the position after the last word when the phrase begins at the given one, else -1
     */
    int endFrom(int from, List<Token> tokens, BitSet hidden) {
        if (whole && tokens.subList(0, from).stream().anyMatch(token -> !token.endsSentence())) {
            return -1;
        }
        return end(0, from, tokens, hidden);
    }

    private int end(int next, int at, List<Token> tokens, BitSet hidden) {
        if (next == parts.size()) {
            boolean fits = !whole || tokens.subList(at, tokens.size()).stream().allMatch(Token::endsSentence);
            return fits ? at : -1;
        }
        Part part = parts.get(next);
        if (part.isGap()) {
            for (int skipped = 0; skipped <= part.most() && at + skipped < tokens.size(); skipped++) {
                int end = end(next + 1, at + skipped, tokens, hidden);
                if (end >= 0 || tokens.get(at + skipped).endsSentence()) {
                    return end;
                }
            }
            return -1;
        }
        if (at < tokens.size() && !hidden.get(at) && part.takes(heard ? tokens.get(at).sound() : tokens.get(at).word())) {
            int end = end(next + 1, at + 1, tokens, hidden);
            if (end >= 0) {
                return end;
            }
        }
        return part.optional() ? end(next + 1, at, tokens, hidden) : -1;
    }
}
