package io.openteller.platform.answer.internal.extractive;

import io.openteller.platform.embedding.Cosine;
import io.openteller.platform.answer.internal.extractive.Evidence.Candidate;
import io.openteller.platform.retrieval.Passage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds documents in force that say the same of the same, but with other figures. */
final class Disagreement {

    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}+(?:[.,:]\\p{Nd}+)*");
    private static final double SAME_WORDS = 0.7;
    private static final double SAME_MEANING = 0.9;

    private Disagreement() {}

    /** The passage that would be cited and those that contradict it; empty when none does. */
    static List<Passage> about(Evidence evidence, Chosen chosen, Meanings meanings) {
        Candidate said = chosen.best();
        Set<String> figures = figures(said.text());
        if (figures.isEmpty()) {
            return List.of();
        }
        List<Passage> others = evidence.candidates.stream()
                .filter(other -> !other.passage().slug().equals(said.passage().slug()))
                .filter(other -> other.passage().language().equals(said.passage().language()))
                .filter(other -> narrower(evidence, other) == narrower(evidence, said))
                .filter(other -> contradicts(figures, figures(other.text())))
                .filter(other -> alike(evidence, said, other, meanings))
                .map(Candidate::passage)
                .distinct()
                .toList();
        return others.isEmpty()
                ? List.of()
                : java.util.stream.Stream.concat(java.util.stream.Stream.of(said.passage()), others.stream())
                        .toList();
    }

    /** What holds for some customers only may differ from what holds for all. */
    private static boolean narrower(Evidence evidence, Candidate one) {
        return evidence.isNarrower(one);
    }

    /** As many figures, and some of them others. */
    private static boolean contradicts(Set<String> here, Set<String> there) {
        return here.size() == there.size() && !here.equals(there);
    }

    private static boolean alike(Evidence evidence, Candidate one, Candidate other, Meanings meanings) {
        Set<String> here = evidence.wanted.stems(one.text());
        Set<String> there = evidence.wanted.stems(other.text());
        Set<String> both = new HashSet<>(here);
        both.retainAll(there);
        Set<String> either = new HashSet<>(here);
        either.addAll(there);
        boolean words = !either.isEmpty() && both.size() >= SAME_WORDS * either.size();
        return words
                && Cosine.of(meanings.of(bare(one.text())), meanings.of(bare(other.text()))) >= SAME_MEANING;
    }

    /** Without the figures, which are what may differ. */
    private static String bare(String text) {
        return FIGURE.matcher(text).replaceAll("0");
    }

    private static Set<String> figures(String text) {
        return FIGURE.matcher(text)
                .results()
                .map(found -> found.group().replace(",", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
