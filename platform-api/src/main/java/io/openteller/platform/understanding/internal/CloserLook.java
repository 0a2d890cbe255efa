package io.openteller.platform.understanding.internal;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Compares a few languages by all letter groups that lingua has of them; these are loaded when first needed, and stay. */
final class CloserLook {

    /** Some 20 MB each: what a bank's customers write stays below, and what someone sends to fill the memory does not. */
    private static final int MOST_LOADED = Integer.getInteger("openteller.languages.loaded", 24);

    private final Map<Set<Language>, LanguageDetector> detectors = new ConcurrentHashMap<>();
    private final Set<Language> loaded = Collections.synchronizedSet(new TreeSet<>());

    /** @return how likely each is, the best first; empty when nothing can be said, or too many languages were asked for before */
    SortedMap<Language, Double> among(List<Language> some, String text) {
        Set<Language> languages = new TreeSet<>(some);
        loaded.addAll(languages);
        if (loaded.size() > MOST_LOADED) {
            loaded.removeAll(languages);
            return new TreeMap<>();
        }
        return detectors
                .computeIfAbsent(languages, set -> LanguageDetectorBuilder.fromLanguages(set.toArray(Language[]::new))
                        .build())
                .computeLanguageConfidenceValues(text);
    }
}
