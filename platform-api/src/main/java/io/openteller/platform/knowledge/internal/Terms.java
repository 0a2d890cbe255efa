package io.openteller.platform.knowledge.internal;

import io.openteller.platform.reading.ReadDocument.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a text is about, counted: its words, and pairs of words that follow one another. Words that only hold sentences
 * together are left out; what stands in the title or a heading counts more than what stands below.
 */
final class Terms {

    /** What a document is about shows in its most frequent words; more of them cost memory only. */
    private static final int MOST = 120;

    private static final int IN_TITLE = 4;
    private static final int IN_HEADING = 2;
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{M}\\p{N}]*(?:['’-][\\p{L}\\p{M}\\p{N}]+)*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;:|।\\n]");

    private final Set<String> without;
    private final Map<String, Integer> counts = new HashMap<>();

    private Terms(Set<String> without) {
        this.without = without;
    }

    static Map<String, Integer> of(String language, String title, List<Section> sections) {
        Terms terms = new Terms(StopWords.of(language));
        terms.add(title, IN_TITLE);
        String heading = title;
        for (Section section : sections) {
            if (!section.heading().equals(heading)) {
                heading = section.heading();
                terms.add(heading, IN_HEADING);
            }
            terms.add(section.text(), 1);
        }
        return terms.most();
    }

    /** The words of a name, as they are counted in texts. */
    static List<String> words(String name) {
        return WORD.matcher(name.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
    }

    private void add(String text, int weight) {
        for (String sentence : SENTENCE_END.split(text)) {
            String before = "";
            for (String word : words(sentence)) {
                if (without.contains(word) || word.length() < 2) {
                    before = "";
                    continue;
                }
                counts.merge(word, weight, Integer::sum);
                if (!before.isEmpty()) {
                    counts.merge(before + " " + word, weight, Integer::sum);
                }
                before = word;
            }
        }
    }

    private Map<String, Integer> most() {
        List<Map.Entry<String, Integer>> all = new ArrayList<>(counts.entrySet());
        all.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        return all.stream().limit(MOST).collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
