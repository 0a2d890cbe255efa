package io.openteller.platform.understanding.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides between languages that look alike, by the words and letters of {@code close-languages.txt}. */
final class CloseLanguages {

    private record Signs(Set<String> words, List<String> letters, List<String> beginnings, List<String> endings) {

        static Signs of(String written) {
            Signs signs = new Signs(new HashSet<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (String sign : written.split(" ")) {
                switch (sign.charAt(0)) {
                    case '~' -> signs.letters.add(sign.substring(1));
                    case '+' -> signs.beginnings.add(sign.substring(1));
                    case '-' -> signs.endings.add(sign.substring(1));
                    default -> signs.words.add(sign);
                }
            }
            return signs;
        }

        /** Letters that another language does not write weigh most; an ending is only a hint. */
        double found(List<String> message) {
            double found = 0;
            for (String word : message) {
                if (words.contains(word) || beginnings.stream().anyMatch(word::startsWith)) {
                    found += 1;
                } else if (endings.stream().anyMatch(end -> word.length() > end.length() && word.endsWith(end))) {
                    found += 0.5;
                }
                if (letters.stream().anyMatch(word::contains)) {
                    found += 2;
                }
            }
            return found;
        }
    }

    /** By group; within it the signs of each language. */
    private final Map<List<String>, Map<String, Signs>> groups = new LinkedHashMap<>();

    CloseLanguages() {
        for (String line : ResourceLines.of("close-languages.txt")) {
            if (!line.startsWith("#")) {
                String[] parts = line.split("\t", 3);
                groups.computeIfAbsent(Arrays.asList(parts[0].split(" ")), group -> new LinkedHashMap<>())
                        .put(parts[1], Signs.of(parts[2]));
            }
        }
    }

    /** The language, or one of the same group that the message has clearly more signs of. */
    String settle(String language, List<String> words) {
        String settled = language;
        for (var group : groups.entrySet()) {
            if (group.getKey().contains(settled)) {
                settled = strongest(group.getValue(), settled, words);
            }
        }
        return settled;
    }

    private static String strongest(Map<String, Signs> group, String language, List<String> words) {
        Signs own = group.get(language);
        String best = language;
        double most = own == null ? 0 : own.found(words);
        for (var other : group.entrySet()) {
            double found = other.getValue().found(words);
            if (found > most) {
                most = found;
                best = other.getKey();
            }
        }
        return best;
    }
}
