package io.openteller.platform.answer.internal.extractive;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
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
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** The words of a text that say what it is about, each by its stem. Numbers are none of them. */
public final class Terms {

    private static final int REMEMBERED = 20_000;

    private static final CharArraySet EMPTY = new CharArraySet(Set.of(ResourceText.words("/answer/empty-words.txt")), true);

    private static final List<String> SAID_OTHERWISE = ResourceText.lines("/answer/said-otherwise.txt");

    /** Bounded: the passages of a bank are looked at with every question. */
    private final Cache<String, SequencedMap<String, String>> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private final Analyzer analyzer = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer source = new StandardTokenizer();
            TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(source));
            words = new DecimalDigitFilter(words);
            words = new StopFilter(words, EMPTY);
            words = new HindiNormalizationFilter(new IndicNormalizationFilter(words));
            words = new StopFilter(words, HindiAnalyzer.getDefaultStopSet());
            return new TokenStreamComponents(source, new PorterStemFilter(new HindiStemFilter(words)));
        }
    };

    /** Stem to the word as written, in the order of the text; not to be changed. */
    public SequencedMap<String, String> in(String text) {
        return known.get(text, this::read);
    }

    private SequencedMap<String, String> read(String text) {
        SequencedMap<String, String> found = new LinkedHashMap<>();
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            CharTermAttribute stem = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (!Character.isDigit(stem.charAt(0))) {
                    found.putIfAbsent(
                            stem.toString(),
                            text.substring(place.startOffset(), place.endOffset()).replaceFirst("['’]s$", ""));
                }
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Collections.unmodifiableSequencedMap(found);
    }

    /** What banks write for what this customer says: stems by the stem of the customer's word. */
    Map<String, Set<String>> alike(String question) {
        String words = " " + question.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", " ") + " ";
        Map<String, Set<String>> alike = new HashMap<>();
        for (String line : SAID_OTHERWISE) {
            String[] sides = line.split("=", 2);
            if (words.contains(" " + sides[0].strip() + " ")) {
                Set<String> banks = in(sides[1]).keySet();
                in(sides[0]).keySet().forEach(stem -> alike.computeIfAbsent(stem, one -> new HashSet<>()).addAll(banks));
            }
        }
        return alike;
    }

    /** How much each stem tells among these texts: one that most of them have tells little. */
    static Map<String, Double> weights(Set<String> stems, List<Set<String>> texts) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String stem : stems) {
            long having = texts.stream().filter(text -> text.contains(stem)).count();
            weights.put(stem, Math.log(1 + (texts.size() + 1) / (having + 0.5)));
        }
        return weights;
    }
}
