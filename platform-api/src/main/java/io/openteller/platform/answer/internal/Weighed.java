package io.openteller.platform.answer.internal;

import io.openteller.platform.answer.Confidence.Part;
import io.openteller.platform.answer.Question;
import io.openteller.platform.answer.internal.Evidence.Candidate;
import io.openteller.platform.retrieval.Passage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a confidence, each 0 to 1 and each the more the better. */
final class Weighed {

    /** "Northgate Bank": a name before the word; "your bank" is none. */
    private static final Pattern A_BANK = Pattern.compile("(?i)\\b(\\p{L}+) bank\\b");
    private static final Set<String> OTHER_BANKS = Set.of(ResourceText.words("/answer/other-banks.txt"));
    /** A name in the middle of a sentence. */
    private static final Pattern A_NAME = Pattern.compile("(?<=[\\p{Ll},] )\\p{Lu}[\\p{L}\\p{Nd}]{2,}");

    private Weighed() {}

    static List<Part> parts(Question question, Evidence evidence, Chosen chosen) {
        Candidate best = chosen.best();
        Passage from = best.passage();
        var met = chosen.met();
        return List.of(
                new Part("similarity", clamp(best.similarity())),
                new Part("passage similarity", clamp(from.similarity())),
                new Part("coverage", evidence.share(met)),
                new Part("own coverage", best.own()),
                new Part("passage coverage", clamp(from.coverage())),
                new Part("nothing missing", 1 - evidence.missing(met)),
                new Part("kind of answer", kind(evidence, chosen)),
                new Part("margin", margin(evidence, best)),
                new Part("agreement", agreement(evidence, from)),
                new Part("for everyone", evidence.isNarrower(from, best.text()) ? 0 : 1),
                new Part("own bank", ownBank(question.text(), evidence)),
                new Part("names known", names(question.text(), evidence)),
                new Part("understanding", understanding(evidence)));
    }

    /** Half where no kind of thing is asked for. */
    private static double kind(Evidence evidence, Chosen chosen) {
        return chosen.all().stream().mapToDouble(Candidate::typed).max().orElse(0);
    }

    /** To the best sentence of another passage. */
    private static double margin(Evidence evidence, Candidate best) {
        return evidence.candidates.stream()
                .filter(other -> !other.passage().equals(best.passage()))
                .findFirst()
                .map(other -> clamp((best.score() - other.score()) / 0.4))
                .orElse(1d);
    }

    /** Whether words, meaning and their fusion choose the same passage. */
    private static double agreement(Evidence evidence, Passage from) {
        List<Passage> found = evidence.found;
        int votes = 0;
        votes += found.getFirst().equals(from) ? 1 : 0;
        votes += found.stream().max(Comparator.comparingDouble(Passage::coverage)).orElseThrow().coverage()
                        <= from.coverage()
                ? 1
                : 0;
        votes += found.stream().max(Comparator.comparingDouble(Passage::similarity)).orElseThrow().equals(from) ? 1 : 0;
        return votes / 3d;
    }

    /** 0 where the question names a bank that none of the found passages knows: then nothing here answers it. */
    private static double ownBank(String question, Evidence evidence) {
        Matcher named = A_BANK.matcher(question);
        boolean other = evidence.words.values().stream()
                .anyMatch(word -> OTHER_BANKS.contains(word.toLowerCase(Locale.ROOT)) && !isKnown(word, evidence));
        while (named.find() && !other) {
            other = !evidence.stems(named.group(1)).isEmpty()
                    && Character.isUpperCase(named.group(1).charAt(0))
                    && !isKnown(named.group(1), evidence);
        }
        return other ? 0 : 1;
    }

    private static boolean isKnown(String name, Evidence evidence) {
        Set<String> stems = evidence.stems(name);
        return evidence.found.stream()
                .anyMatch(passage -> evidence.stems(passage.title() + " " + passage.heading() + " " + passage.text())
                        .containsAll(stems));
    }

    /** Whether every name in the question stands somewhere in what was found. */
    private static double names(String question, Evidence evidence) {
        for (Pattern pattern : List.of(A_NAME, A_BANK)) {
            Matcher name = pattern.matcher(question);
            while (name.find()) {
                if (!isKnown(name.group(name.groupCount()), evidence)) {
                    return 0;
                }
            }
        }
        return 1;
    }

    /** Share of the question whose words occur at all in what was found. */
    private static double understanding(Evidence evidence) {
        double heaviest = Math.log(1 + (evidence.found.size() + 1) / 0.5);
        long known = evidence.weights.values().stream()
                .filter(weight -> weight < heaviest - 1e-9)
                .count();
        return evidence.weights.isEmpty() ? 0 : (double) known / evidence.weights.size();
    }

    private static double clamp(double value) {
        return Math.clamp(value, 0, 1);
    }
}
