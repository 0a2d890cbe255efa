package io.openteller.platform.understanding.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Phrases by what they tell, from a file of {@code KIND <tab> phrase} lines; lines that begin with # are remarks. */
final class PhraseList<K extends Enum<K>> {

    private final Map<K, List<Phrase>> phrases;

    PhraseList(Class<K> kinds, String file) {
        phrases = new EnumMap<>(kinds);
        for (String line : ResourceLines.of(file)) {
            if (!line.startsWith("#")) {
                String[] parts = line.split("\t", 2);
                phrases.computeIfAbsent(Enum.valueOf(kinds, parts[0]), kind -> new ArrayList<>())
                        .add(Phrase.of(parts[1]));
            }
        }
    }

    /** The words of the message that first told the kind. */
    Optional<String> find(K kind, String spacedWords) {
        return phrases.getOrDefault(kind, List.of()).stream()
                .flatMap(phrase -> phrase.in(spacedWords).stream())
                .findFirst();
    }
}
