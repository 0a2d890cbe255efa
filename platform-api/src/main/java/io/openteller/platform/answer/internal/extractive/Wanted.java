package io.openteller.platform.answer.internal.extractive;

import io.openteller.platform.embedding.Cosine;
import io.openteller.platform.retrieval.Passage;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of a question that say what it is about, and how much of them a text has. For one question. */
final class Wanted {

    /** Words whose vectors are this near mean much the same; those that are farther than the lower mark have nothing to do. */
    private static final double ALIKE = 0.80;

    private static final double APART = 0.62;
    /** A word of the same meaning is a little less than the word itself. */
    private static final double SAME_MEANING = 0.85;

    /** Stems of words that narrow what is said to some customers or products. */
    private static final Set<String> NARROWING = Set.copyOf(new Terms()
            .in("business student graduate youth junior minor senior corporate premium platinum private nri nro nre staff trust")
            .keySet());

    private final Terms terms;
    private final Meanings meanings;
    private final Meanings sources;
    /** Stem to the word as written. */
    final Map<String, String> words;
    /** How much each stem tells among the found passages. */
    final Map<String, Double> weights;
    /** What banks write for the question's words. */
    private final Map<String, Set<String>> alike;
    private final double heaviest;

    Wanted(String question, List<Passage> found, Evidence.Knowing knowing) {
        this.terms = knowing.terms();
        this.meanings = knowing.meanings();
        this.sources = knowing.sources();
        this.words = terms.in(question);
        this.alike = terms.alike(question);
        this.weights = Terms.weights(
                words.keySet(),
                found.stream()
                        .map(passage -> stems(knowing.read().apply(passage.title() + " " + passage.heading() + " " + passage.text())))
                        .toList());
        this.heaviest = Math.log(1 + (found.size() + 1) / 0.5);
    }

    /** Of each stem how much the text has, 0 to 1. */
    Map<String, Double> met(String text, boolean byMeaning) {
        Map<String, String> said = terms.in(text);
        Map<String, Double> met = new HashMap<>();
        for (var word : words.entrySet()) {
            double share = said.containsKey(word.getKey()) ? 1 : 0;
            Set<String> others = alike.getOrDefault(word.getKey(), Set.of());
            if (share == 0 && others.stream().anyMatch(said::containsKey)) {
                share = SAME_MEANING;
            }
            if (share == 0 && byMeaning && !said.isEmpty()) {
                share = nearest(word.getValue(), said.values());
            }
            met.put(word.getKey(), share);
        }
        return met;
    }

    private double nearest(String word, Collection<String> said) {
        float[] meant = meanings.of(lower(word));
        double best = 0;
        for (float[] other : sources.of(said.stream().map(Wanted::lower).distinct().toList())) {
            best = Math.max(best, Cosine.of(meant, other));
        }
        return SAME_MEANING * Math.clamp((best - APART) / (ALIKE - APART), 0, 1);
    }

    /** Weighted share of the question, 0 to 1. */
    double share(Map<String, Double> met) {
        double all = 0;
        double has = 0;
        for (var weight : weights.entrySet()) {
            all += weight.getValue();
            has += weight.getValue() * met.getOrDefault(weight.getKey(), 0d);
        }
        return all == 0 ? 0 : has / all;
    }

    /** The question's heaviest word that is missing, as a share of the heaviest that there could be. */
    double missing(Map<String, Double> met) {
        double missing = 0;
        for (var weight : weights.entrySet()) {
            missing = Math.max(missing, weight.getValue() * (1 - met.getOrDefault(weight.getKey(), 0d)));
        }
        return Math.min(1, missing / heaviest);
    }

    /** Share of the question's words that occur anywhere in what was found. */
    double known() {
        long known = weights.values().stream()
                .filter(weight -> weight < heaviest - 1e-9)
                .count();
        return weights.isEmpty() ? 0 : (double) known / weights.size();
    }

    /** How much one word as written tells; 0 for one that says nothing of what the question is about. */
    double weight(String word) {
        return terms.in(word).keySet().stream()
                .mapToDouble(stem -> weights.getOrDefault(stem, 0d))
                .max()
                .orElse(0);
    }

    /** Whether a text speaks of some customers or products only, and the question of none of them. */
    boolean isNarrower(String text) {
        Set<String> narrow = stems(text);
        narrow.retainAll(NARROWING);
        return narrow.stream().anyMatch(stem -> !words.containsKey(stem)
                && alike.values().stream().noneMatch(others -> others.contains(stem)));
    }

    Set<String> stems(String text) {
        return new HashSet<>(terms.in(text).keySet());
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
