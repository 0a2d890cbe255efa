package io.openteller.platform.knowledge.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/** Words that hold sentences together, by language, from Lucene. Of other languages none are known. */
final class StopWords {

    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("da", "danish"),
            Map.entry("de", "german"),
            Map.entry("en", "english"),
            Map.entry("es", "spanish"),
            Map.entry("fi", "finnish"),
            Map.entry("fr", "french"),
            Map.entry("hu", "hungarian"),
            Map.entry("it", "italian"),
            Map.entry("nl", "dutch"),
            Map.entry("no", "norwegian"),
            Map.entry("pt", "portuguese"),
            Map.entry("ru", "russian"),
            Map.entry("sv", "swedish"));

    /** Helping verbs, and what a bank says on every page. */
    private static final String MORE_ENGLISH = "can may must will also within each every one two no not bank us";

    private static final Map<String, Set<String>> READ = new ConcurrentHashMap<>();

    private StopWords() {}

    static Set<String> of(String languageTag) {
        return READ.computeIfAbsent(Locale.forLanguageTag(languageTag).getLanguage(), StopWords::read);
    }

    private static Set<String> read(String language) {
        if (language.equals("hi")) {
            return words(HindiAnalyzer.getDefaultStopSet());
        }
        String list = LISTS.get(language);
        if (list == null) {
            return Set.of();
        }
        String name = list + "_stop.txt";
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(SnowballFilter.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            Set<String> words = new HashSet<>(words(WordlistLoader.getSnowballWordSet(file)));
            if (language.equals("en")) {
                words.addAll(Arrays.asList(MORE_ENGLISH.split(" ")));
            }
            return Set.copyOf(words);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Set<String> words(CharArraySet set) {
        Set<String> words = new HashSet<>();
        for (Object word : set) {
            words.add(new String((char[]) word));
        }
        return words;
    }
}
