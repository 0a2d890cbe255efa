package io.openteller.platform.guard.internal.gate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the gate knows of words: which mean the same, which exclude each other, which matter little. Stems throughout. */
final class Lexicon {

    /** Words that carry no content by themselves. */
    private static final Set<String> STOP = new HashSet<>();
    /** Words that may be said without being in the evidence: common verbs, politeness, hedges. */
    private static final Set<String> GENERAL = new HashSet<>();

    /** Of these, what is done: one may stand for another. */
    private static final Set<String> DOING = new HashSet<>();

    private static final Map<String, String> SAME = new HashMap<>();
    private static final Map<String, String> NEGATIVE = new HashMap<>();
    private static final Map<String, Set<Integer>> RIVALS = new HashMap<>();
    private static final Set<Integer> NAMES = new HashSet<>();

    static {
        lines("stop.txt").forEach(line -> STOP.addAll(Arrays.asList(line.split("\\s+"))));
        lines("same.txt").forEach(Lexicon::same);
        lines("general.txt").forEach(Lexicon::general);
        lines("negative.txt").forEach(line -> {
            String[] pair = line.split("\\s+");
            NEGATIVE.put(Stems.of(pair[0]), canon(pair[1]));
        });
        List<String> rivals = lines("rivals.txt");
        for (int i = 0; i < rivals.size(); i++) {
            rivals(rivals.get(i), i);
        }
    }

    private Lexicon() {}

    static boolean isStop(String plain) {
        return STOP.contains(plain);
    }

    static boolean isGeneral(String canon) {
        return GENERAL.contains(canon);
    }

    /** Whether it is a common word for what is done. */
    static boolean isDoing(String canon) {
        return DOING.contains(canon);
    }

    /** The stem that stands for all words with this meaning. */
    static String canon(String plain) {
        String stem = Stems.of(plain);
        return SAME.getOrDefault(stem, stem);
    }

    /** For a word that denies another, the other: optional, required. */
    static @org.jspecify.annotations.Nullable String denied(String plain) {
        return NEGATIVE.get(Stems.of(plain));
    }

    static boolean areRivals(String one, String other) {
        Set<Integer> mine = RIVALS.getOrDefault(one, Set.of());
        return !one.equals(other) && RIVALS.getOrDefault(other, Set.of()).stream().anyMatch(mine::contains);
    }

    static boolean hasRivals(String canon) {
        return RIVALS.containsKey(canon);
    }

    /** Words that tell products, ways and people apart, and so may not be added. */
    static boolean distinguishes(String canon) {
        return RIVALS.getOrDefault(canon, Set.of()).stream().anyMatch(NAMES::contains);
    }

    private static void general(String line) {
        for (String word : line.replace("!", "").strip().split("\\s+")) {
            GENERAL.add(canon(word));
            if (line.startsWith("!")) {
                DOING.add(canon(word));
            }
        }
    }

    private static void same(String line) {
        String[] words = line.split("\\s+");
        String first = Stems.of(words[0]);
        for (String word : words) {
            SAME.put(Stems.of(word), first);
        }
    }

    private static void rivals(String line, int group) {
        boolean names = line.startsWith("!");
        for (String word : line.replace("!", "").strip().split("\\s+")) {
            RIVALS.computeIfAbsent(canon(word), none -> new HashSet<>()).add(group);
        }
        if (names) {
            NAMES.add(group);
        }
    }

    private static List<String> lines(String file) {
        String path = "/guard/gate/" + file;
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Lexicon.class.getResourceAsStream(path), path), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
