package io.openteller.platform.answer.internal;

import io.openteller.platform.reading.Sentences;
import io.openteller.platform.retrieval.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each sentence of the found passages says to a question, by meaning, by words and by the kind of thing that is asked
 * for. For one question; used by one thread.
 */
final class Evidence {

    /** Words whose vectors are this near mean much the same; those that are farther than the lower mark have nothing to do. */
    private static final double ALIKE = 0.80;

    private static final double APART = 0.62;
    /** A word of the same meaning is a little less than the word itself. */
    private static final double SAME_MEANING = 0.85;
    /** Passages whose sentences are looked at one by one. */
    private static final int CLOSE = 6;
    /** Sentences whose words are compared by meaning too. */
    private static final int CLOSEST = 12;

    /** Stems of words that narrow what is said to some customers or products. */
    private static final Set<String> NARROWING = Set.copyOf(new Terms()
            .in("business student graduate youth junior minor senior corporate premium platinum private nri nro nre staff trust")
            .keySet());

    private final Terms terms;
    private final Meanings meanings;
    private final boolean latin;
    final Asked asked;
    final Map<String, String> words;
    final Map<String, Double> weights;
    /** What banks write for the question's words. */
    private final Map<String, Set<String>> alike;
    final List<Passage> found;
    final List<Candidate> candidates;

    /**
     * A sentence of a passage.
     *
     * @param position of the sentence in its passage
     * @param similarity cosine with the question, alone or under its heading
     * @param met how much of each of the question's stems it has, with title and heading, 0 to 1
     * @param coverage weighted share of the question that it has with title and heading, 0 to 1
     * @param own the same without title and heading
     * @param typed whether it has a thing of the kind that is asked for, 0 to 1
     */
    record Candidate(
            Passage passage,
            int position,
            String text,
            double similarity,
            Map<String, Double> met,
            double coverage,
            double own,
            double typed,
            double score) {}

    Evidence(String question, List<Passage> found, Terms terms, Meanings meanings, boolean latin) {
        this.terms = terms;
        this.meanings = meanings;
        this.latin = latin;
        this.found = found;
        this.asked = Asked.in(question);
        this.words = terms.in(question);
        this.alike = terms.alike(question);
        this.weights = Terms.weights(
                words.keySet(),
                found.stream()
                        .map(passage -> Set.copyOf(
                                terms.in(passage.title() + " " + passage.heading() + " " + passage.text())
                                        .keySet()))
                        .toList());
        this.candidates = candidates(question);
    }

    private List<Candidate> candidates(String question) {
        List<Passage> close = found.stream().limit(CLOSE).toList();
        List<Candidate> rough = new ArrayList<>();
        float[] asks = latin ? meanings.of(question) : new float[0];
        for (Passage passage : close) {
            List<String> pieces = Sentences.of(passage.text());
            List<float[]> vectors = latin ? vectors(passage, pieces) : List.of();
            for (int i = 0; i < pieces.size(); i++) {
                double similarity = latin
                        ? Math.max(
                                Meanings.cosine(asks, vectors.get(2 * i)),
                                Meanings.cosine(asks, vectors.get(2 * i + 1)))
                        : 0;
                rough.add(candidate(passage, i, pieces.get(i), similarity, false));
            }
        }
        rough.sort(Comparator.comparingDouble(Candidate::score).reversed());
        List<Candidate> fine = new ArrayList<>();
        for (int i = 0; i < Math.min(CLOSEST, rough.size()); i++) {
            Candidate one = rough.get(i);
            fine.add(latin ? candidate(one.passage(), one.position(), one.text(), one.similarity(), true) : one);
        }
        fine.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return fine;
    }

    private List<float[]> vectors(Passage passage, List<String> pieces) {
        List<String> texts = new ArrayList<>();
        for (String piece : pieces) {
            texts.add(piece);
            texts.add(under(passage) + piece);
        }
        return meanings.of(texts);
    }

    private static String under(Passage passage) {
        return passage.heading().equals(passage.title())
                ? passage.title() + ": "
                : passage.title() + ", " + passage.heading() + ": ";
    }

    private Candidate candidate(Passage passage, int position, String text, double similarity, boolean byMeaning) {
        Map<String, String> own = terms.in(text);
        Map<String, String> above = terms.in(passage.title() + " " + passage.heading());
        Map<String, Double> metHere = met(own, byMeaning);
        Map<String, Double> metAll = new HashMap<>(met(above, byMeaning));
        metHere.forEach((stem, share) -> metAll.merge(stem, share, Math::max));
        double typed = asked.isAnsweredBy(text, passage.title() + " " + passage.heading());
        double coverage = share(metAll);
        double ownShare = share(metHere);
        double score = score(passage, text, similarity, coverage, ownShare, typed);
        return new Candidate(passage, position, text, similarity, metAll, coverage, ownShare, typed, score);
    }

    /** Weights from a regression on which sentence of all had the answer, on the demo banks' development questions. */
    private double score(
            Passage passage, String text, double similarity, double coverage, double own, double typed) {
        double meaning = latin ? 0.41 * similarity + 0.25 * passage.similarity() : 0;
        double words = 0.23 * coverage + 0.56 * own + 0.17 * passage.coverage();
        double form = (latin ? 0.25 : 0.5) * typed - (text.startsWith("- ") ? 0.14 : 0) + 0.08 * Math.min(1, text.length() / 300d);
        double narrower = isNarrower(passage, text) ? 0.12 : 0;
        return meaning + words + form - narrower + 0.06 / (1 + found.indexOf(passage));
    }

    /** Whether it speaks of some customers or products only, and the question of none of them. */
    boolean isNarrower(Passage passage, String text) {
        Set<String> narrow = new HashSet<>(terms.in(passage.title() + " " + passage.heading() + " " + text).keySet());
        narrow.retainAll(NARROWING);
        return narrow.stream().anyMatch(stem -> !words.containsKey(stem)
                && alike.values().stream().noneMatch(others -> others.contains(stem)));
    }

    private Map<String, Double> met(Map<String, String> said, boolean byMeaning) {
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

    private double nearest(String word, java.util.Collection<String> said) {
        float[] meant = meanings.of(lower(word));
        double best = 0;
        for (float[] other : meanings.of(said.stream().map(Evidence::lower).distinct().toList())) {
            best = Math.max(best, Meanings.cosine(meant, other));
        }
        return SAME_MEANING * Math.clamp((best - APART) / (ALIKE - APART), 0, 1);
    }

    private static String lower(String word) {
        return word.toLowerCase(java.util.Locale.ROOT);
    }

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
        double heaviest = Math.log(1 + (found.size() + 1) / 0.5);
        double missing = 0;
        for (var weight : weights.entrySet()) {
            missing = Math.max(missing, weight.getValue() * (1 - met.getOrDefault(weight.getKey(), 0d)));
        }
        return Math.min(1, missing / heaviest);
    }

    Set<String> stems(String text) {
        return new HashSet<>(terms.in(text).keySet());
    }
}
