package io.openteller.platform.understanding.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The phrases that tell one thing.
 *
 * <p>A file is read in sections: {@code # en} compares words by their letters, {@code # hi} by their sound, so that one
 * line serves both scripts. A phrase after {@code ~} tells nothing, and its words count for no other phrase; one after
 * {@code !} besides tells the contrary. Any other line that begins with # is a remark.
 */
final class PhraseList {

    private final Index phrases = new Index();
    private final Index nothing = new Index();
    private final Index contrary = new Index();

    /** Phrases by what they may begin with, so that a message meets only the few that can fit. */
    private static final class Index {
        private final Map<String, List<Phrase>> written = new HashMap<>();
        private final Map<String, List<Phrase>> heard = new HashMap<>();
        private final Map<String, List<Phrase>> writtenStems = new HashMap<>();
        private final Map<String, List<Phrase>> heardStems = new HashMap<>();

        void add(Phrase phrase) {
            for (String word : phrase.firstWords()) {
                (phrase.isHeard() ? heard : written).computeIfAbsent(word, w -> new ArrayList<>()).add(phrase);
            }
            for (String stem : phrase.firstStems()) {
                (phrase.isHeard() ? heardStems : writtenStems).computeIfAbsent(stem, w -> new ArrayList<>()).add(phrase);
            }
        }

        List<Phrase> beginningWith(Token token) {
            List<Phrase> found = new ArrayList<>();
            found.addAll(written.getOrDefault(token.word(), List.of()));
            found.addAll(heard.getOrDefault(token.sound(), List.of()));
            addStems(found, writtenStems, token.word());
            addStems(found, heardStems, token.sound());
            return found;
        }

        private static void addStems(List<Phrase> found, Map<String, List<Phrase>> stems, String word) {
            if (!stems.isEmpty()) {
                for (int length = 1; length <= word.length(); length++) {
                    found.addAll(stems.getOrDefault(word.substring(0, length), List.of()));
                }
            }
        }
    }

    PhraseList(String file, Map<String, List<String>> classes) {
        boolean heard = false;
        for (String line : ResourceLines.of(file)) {
            if (line.startsWith("# ")) {
                heard = line.equals("# hi") || heard && !line.equals("# en");
            } else if (line.startsWith("~ ")) {
                nothing.add(Phrase.of(line.substring(2), heard, classes));
            } else if (line.startsWith("! ")) {
                contrary.add(Phrase.of(line.substring(2), heard, classes));
            } else {
                phrases.add(Phrase.of(line, heard, classes));
            }
        }
    }

    /** The classes of a file: {@code @name word|word|@other}. A class is known to the lines below it. */
    static Map<String, List<String>> classes(String file) {
        Map<String, List<String>> classes = new HashMap<>();
        for (String line : ResourceLines.of(file)) {
            if (line.startsWith("@")) {
                String[] parts = line.substring(1).split("\\s+", 2);
                List<String> words = new ArrayList<>();
                for (String word : parts[1].split("\\|")) {
                    words.addAll(word.startsWith("@") ? classes.getOrDefault(word.substring(1), List.of()) : List.of(word));
                }
                classes.put(parts[0], List.copyOf(words));
            }
        }
        return classes;
    }

    /** The first words of the message that tell it, in lower case as the customer wrote them. */
    Optional<String> find(String message, List<Token> tokens) {
        BitSet hidden = hidden(tokens);
        for (int from = 0; from < tokens.size(); from++) {
            int end = endFrom(from, tokens, hidden);
            if (end > from) {
                return Optional.of(words(message, tokens, from, end));
            }
        }
        return Optional.empty();
    }

    /** All such words, none of them part of two findings. */
    List<String> all(String message, List<Token> tokens) {
        BitSet hidden = hidden(tokens);
        List<String> found = new ArrayList<>();
        int from = 0;
        while (from < tokens.size()) {
            int end = endFrom(from, tokens, hidden);
            if (end > from) {
                found.add(words(message, tokens, from, end));
            }
            from = Math.max(from + 1, end);
        }
        return found;
    }

    /** Whether the message tells the contrary. */
    boolean denied(List<Token> tokens) {
        return !marked(contrary, tokens).isEmpty();
    }

    private int endFrom(int from, List<Token> tokens, BitSet hidden) {
        if (!hidden.get(from) && !tokens.get(from).endsSentence()) {
            for (Phrase phrase : phrases.beginningWith(tokens.get(from))) {
                int end = phrase.endFrom(from, tokens, hidden);
                if (end > from) {
                    return end;
                }
            }
        }
        return -1;
    }

    private static String words(String message, List<Token> tokens, int from, int end) {
        return message.substring(tokens.get(from).start(), tokens.get(end - 1).end()).toLowerCase(Locale.ROOT);
    }

    private BitSet hidden(List<Token> tokens) {
        BitSet hidden = marked(nothing, tokens);
        hidden.or(marked(contrary, tokens));
        return hidden;
    }

    private static BitSet marked(Index index, List<Token> tokens) {
        BitSet marked = new BitSet();
        BitSet none = new BitSet();
        for (int from = 0; from < tokens.size(); from++) {
            for (Phrase phrase : index.beginningWith(tokens.get(from))) {
                marked.set(from, Math.max(from, phrase.endFrom(from, tokens, none)));
            }
        }
        return marked;
    }
}
