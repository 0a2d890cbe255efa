package io.openteller.platform.retrieval.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Words as they are indexed. English and Hindi go through one chain: each script is touched by its own stemmer only. What
 * customers say and banks do not ("FD", "shut", "how much") comes from {@code resources/knowledge}.
 */
final class Words {

    private final CharArraySet empty = new CharArraySet(lines("stop-words.txt"), true);
    private final Map<String, String> said = saidOtherwise();
    private final Analyzer analyzer = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer source = new StandardTokenizer();
            TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(source));
            words = new DecimalDigitFilter(words);
            words = new StopFilter(words, empty);
            words = new HindiNormalizationFilter(new IndicNormalizationFilter(words));
            words = new StopFilter(words, HindiAnalyzer.getDefaultStopSet());
            return new TokenStreamComponents(source, new PorterStemFilter(new HindiStemFilter(words)));
        }
    };

    Analyzer analyzer() {
        return analyzer;
    }

    /** The bank's words for what the customer says otherwise. */
    String widened(String question) {
        String words = " " + question.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", " ") + " ";
        StringBuilder widened = new StringBuilder();
        said.forEach((customers, banks) -> {
            if (words.contains(" " + customers + " ")) {
                widened.append(' ').append(banks);
            }
        });
        return widened.toString();
    }

    /** Distinct words of a text that carry meaning, in their order, as {@code rules} make them. */
    static Set<String> in(String text, Analyzer rules) {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream tokens = rules.tokenStream("text", text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word.toString());
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    private static Map<String, String> saidOtherwise() {
        Map<String, String> said = new LinkedHashMap<>();
        for (String line : lines("said-otherwise.txt")) {
            String[] sides = line.split("=", 2);
            said.put(sides[0].strip(), sides[1].strip());
        }
        return said;
    }

    private static Set<String> lines(String name) {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream("/knowledge/" + name), name),
                StandardCharsets.UTF_8))) {
            Set<String> lines = new TreeSet<>();
            file.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(lines::add);
            return lines;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
