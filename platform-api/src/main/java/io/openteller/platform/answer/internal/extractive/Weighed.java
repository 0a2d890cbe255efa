package io.openteller.platform.answer.internal.extractive;

import io.openteller.platform.answer.Confidence.Part;
import io.openteller.platform.answer.internal.extractive.Evidence.Candidate;
import io.openteller.platform.retrieval.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The parts of a confidence, each 0 to 1 and each the more the better: the signs of the best sentence, and how it stands out. */
final class Weighed {

    /** A lead that leaves no doubt, in {@link Candidate#score}. */
    private static final double CLEAR = 4;

    private static final Pattern OWN_MATTERS =
            Pattern.compile("(?i)" + String.join("|", ResourceText.lines("/answer/own-matters.txt")));

    private Weighed() {}

    /** @param question as the customer wrote it */
    static List<Part> parts(String question, Evidence evidence, Chosen chosen) {
        Candidate best = chosen.best();
        Passage from = best.passage();
        var met = chosen.met();
        List<Part> parts = new ArrayList<>();
        for (Sign sign : Sign.values()) {
            parts.add(new Part(
                    sign.inWords(),
                    switch (sign) {
                        case COVERAGE -> evidence.wanted.share(met);
                        case KIND_OF_ANSWER -> kind(chosen);
                        default -> best.signs().of(sign);
                    }));
        }
        parts.add(new Part("rank", 1 / (1 + Math.exp(-best.score()))));
        parts.add(new Part("lead over other passages", lead(evidence, best, true)));
        parts.add(new Part("lead", lead(evidence, best, false)));
        parts.add(new Part("nothing missing", 1 - evidence.wanted.missing(met)));
        parts.add(new Part("agreement", agreement(evidence, from)));
        parts.add(new Part("own bank", Named.isOfAnotherBank(question, evidence) ? 0 : 1));
        parts.add(new Part("names known", Named.areKnown(question, evidence) ? 1 : 0));
        parts.add(new Part("not of own matters", OWN_MATTERS.matcher(question).find() ? 0 : 1));
        parts.add(new Part("understanding", evidence.wanted.known()));
        return List.copyOf(parts);
    }

    /** Half where no kind of thing is asked for. */
    private static double kind(Chosen chosen) {
        return chosen.all().stream().mapToDouble(Candidate::typed).max().orElse(0);
    }

    private static double lead(Evidence evidence, Candidate best, boolean otherPassages) {
        return evidence.candidates.stream()
                .filter(other -> otherPassages ? !other.passage().equals(best.passage()) : other != best)
                .findFirst()
                .map(other -> Math.clamp((best.score() - other.score()) / CLEAR, 0, 1))
                .orElse(1d);
    }

    /** Whether words, meaning and their fusion choose the same passage. */
    private static double agreement(Evidence evidence, Passage from) {
        List<Passage> found = evidence.found;
        double most = found.stream().mapToDouble(Passage::coverage).max().orElse(0);
        int votes = 0;
        votes += found.getFirst().equals(from) ? 1 : 0;
        votes += most <= from.coverage() ? 1 : 0;
        votes += found.stream()
                        .max(Comparator.comparingDouble(Passage::similarity))
                        .orElseThrow()
                        .equals(from)
                ? 1
                : 0;
        return votes / 3d;
    }
}
