package io.openteller.platform.training.internal;

import io.openteller.platform.embedding.Cosine;
import io.openteller.platform.embedding.LetterGroups;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.training.internal.Report.Twins;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds messages that mean nearly the same and were filed under two intents: mostly one of the two is wrong.
 *
 * <p>The vectors know English. They take any two messages in Devanagari for the same, so letters must agree too; where
 * there are hardly Latin letters, they alone decide.
 */
final class NearDuplicates {

    /** Cosine; below it, messages of one bank are alike without meaning the same. */
    private static final double NEAR = 0.9;

    private static final double SOME_LETTERS = 0.3;
    private static final double MOST_LETTERS = 0.65;

    /** Sure and right is no message with a twin elsewhere: the twin would have misled. Only the others are looked at. */
    private static final double SURE = 0.7;

    private static final int MOST_LOOKED_AT = 1_500;
    private static final int MOST = 100;

    private NearDuplicates() {}

    static List<Twins> in(List<HeldOutGuess> examples, SentenceVectors vectors) {
        int[] doubtful = IntStream.range(0, examples.size())
                .filter(i -> !examples.get(i).right() || examples.get(i).probability() < SURE)
                .limit(MOST_LOOKED_AT)
                .toArray();
        if (doubtful.length == 0) {
            return List.of();
        }
        List<float[]> meanings =
                vectors.of(examples.stream().map(HeldOutGuess::text).toList());
        List<LetterGroups> letters =
                examples.stream().map(one -> LetterGroups.of(one.text())).toList();
        List<Twins> found = IntStream.of(doubtful)
                .parallel()
                .mapToObj(i -> nearest(examples, meanings, letters, i))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Twins::similarity).reversed().thenComparing(Twins::text))
                .toList();
        Set<Set<String>> seen = new HashSet<>();
        List<Twins> once = new ArrayList<>();
        for (Twins twins : found) {
            if (once.size() < MOST && seen.add(Set.copyOf(List.of(twins.text(), twins.otherText())))) {
                once.add(twins);
            }
        }
        return once;
    }

    private static Optional<Twins> nearest(
            List<HeldOutGuess> examples, List<float[]> meanings, List<LetterGroups> letters, int of) {
        HeldOutGuess one = examples.get(of);
        int best = -1;
        double nearest = 0;
        for (int i = 0; i < examples.size(); i++) {
            if (!examples.get(i).intent().equals(one.intent())) {
                double near = near(meanings.get(of), meanings.get(i), letters.get(of), letters.get(i));
                if (near > nearest) {
                    nearest = near;
                    best = i;
                }
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        HeldOutGuess other = examples.get(best);
        return Optional.of(new Twins(one.text(), one.intent(), other.text(), other.intent(), nearest));
    }

    /** 0 when they are not near enough. */
    private static double near(float[] one, float[] other, LetterGroups letters, LetterGroups otherLetters) {
        if (letters.latin() != otherLetters.latin()) {
            return 0;
        }
        if (letters.latin()) {
            double cosine = Cosine.of(one, other);
            return cosine >= NEAR && letters.shared(otherLetters) >= SOME_LETTERS ? cosine : 0;
        }
        double shared = letters.shared(otherLetters);
        return shared >= MOST_LETTERS ? shared : 0;
    }
}
