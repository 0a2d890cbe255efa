package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds one sentence of a reply against all sentences of the evidence. */
final class SentenceCheck {

    /** Share of the best overlap that a sentence must have to be the one that is meant. */
    private static final double NEARLY = 0.9;
    /** Overlap below which no sentence is meant. */
    private static final double FLOOR = 0.4;
    /** Sameness from which a sentence has one source and no other. */
    private static final double COPIED = 0.8;
    /** From which it is the same sentence, when its figures are the same too. */
    private static final double VERBATIM = 0.97;
    /** How much longer a copy may be; what is longer still has another sentence in it. */
    private static final double LONGER = 1.34;
    /** By how much less the same another sentence may be. */
    private static final double MARGIN = 0.1;
    private static final int MOST = 12;
    private static final int PARTS = 3;

    private final List<Sentence> sources;
    private final Set<String> everywhere;
    private final Names names;
    /** The sentences themselves, but for case and marks. */
    private final Set<String> texts;
    private final Map<Sentence, List<Near>> nearest = new IdentityHashMap<>();

    SentenceCheck(List<Sentence> sources) {
        this.sources = sources;
        this.everywhere = sources.stream().flatMap(source -> source.canons().stream()).collect(Collectors.toSet());
        this.names = Names.of(sources);
        this.texts = sources.stream().map(SentenceCheck::letters).collect(Collectors.toSet());
    }

    private record Near(Sentence source, double overlap) {}

    /** Empty when the sentence follows from the evidence. */
    List<Failing> failing(Sentence claimed) {
        return failing(claimed, PARTS);
    }

    /** How much of the sentence its nearest relative has, 0 to 1. */
    double overlap(Sentence claimed) {
        return near(claimed).stream().mapToDouble(Near::overlap).max().orElse(0);
    }

    private List<Failing> failing(Sentence claimed, int parts) {
        if (texts.contains(letters(claimed))) {
            return List.of();
        }
        List<Failing> best = whole(claimed);
        // What is nearly a sentence of the source is that sentence with something changed, and not two others.
        if (best.isEmpty() || parts <= 1 || isCopied(claimed)) {
            return best;
        }
        boolean conditional = Parts.isConditional(claimed);
        for (Word word : claimed.words()) {
            if (!word.isLent() && (conditional ? word.plain().matches("and|but|while") : separates(word))) {
                Sentence first = claimed.part(0, word.start());
                Sentence rest = Parts.after(claimed, first, word.end());
                if (Parts.isStatement(first) && Parts.isStatement(rest) && whole(first).isEmpty()
                        && (failing(rest, parts - 1).isEmpty() || isSaid(claimed.part(word.end(), claimed.text().length())))) {
                    return List.of();
                }
            }
        }
        return best;
    }

    private boolean isCopied(Sentence claimed) {
        return near(claimed).stream()
                .limit(3)
                .filter(one -> Parts.contentOf(claimed) <= Parts.contentOf(one.source()) + 2
                        && claimed.words().size() <= LONGER * one.source().words().size())
                .anyMatch(one -> Alignment.of(claimed, one.source()).sameness() >= COPIED);
    }

    /** Whether some sentence of the evidence has the same words in the same order, but for a few. */
    boolean isAlike(Sentence claimed, double sameness) {
        return near(claimed).stream()
                .limit(3)
                .anyMatch(one -> Alignment.of(claimed, one.source()).sameness() >= sameness);
    }

    /** Whether some sentence of the evidence is this one, figures and all, or several are, one after another. */
    boolean isSaid(Sentence claimed) {
        return isSaid(claimed, PARTS);
    }

    private boolean isSaid(Sentence claimed, int parts) {
        return isOne(claimed) || parts > 1 && claimed.words().stream()
                .filter(word -> !word.isLent() && separates(word) && isOneOrNone(claimed.part(0, word.start())))
                .anyMatch(word -> isSaid(claimed.part(word.end(), claimed.text().length()), parts - 1));
    }

    /** {@code As our terms say,} says nothing. */
    private boolean isOneOrNone(Sentence part) {
        return isOne(part) || part.figures().isEmpty() && !Parts.isConditional(part)
                && part.words().stream().allMatch(word -> !word.negated() && (word.stop() || word.isGeneral()));
    }

    private boolean isOne(Sentence claimed) {
        return near(claimed).stream()
                .limit(3)
                .filter(one -> claimed.figures().stream().allMatch(figure -> one.source().figures().stream().anyMatch(figure::sameQuantity)))
                .anyMatch(one -> Alignment.of(claimed, one.source()).sameness() >= VERBATIM);
    }

    private List<Failing> whole(Sentence claimed) {
        List<Near> near = near(claimed);
        double most = near.isEmpty() ? 0 : near.getFirst().overlap();
        List<Failing> best = null;
        List<Near> nearest = near.subList(0, Math.min(MOST, near.size()));
        double same = nearest.stream().mapToDouble(one -> sameness(claimed, one)).max().orElse(0);
        for (Near one : nearest) {
            // Of a copy, no other sentence can say what was exchanged in it.
            boolean meant = same >= Exchanges.COPIED ? sameness(claimed, one) >= same - MARGIN : one.overlap() >= most * NEARLY;
            if (!meant) {
                continue;
            }
            List<Failing> failing = compare(claimed, one);
            if (failing.isEmpty()) {
                return failing;
            }
            best = best == null || failing.size() < best.size() ? failing : best;
        }
        return best == null ? unknown(claimed) : best;
    }

    private static double sameness(Sentence claimed, Near near) {
        return Alignment.of(claimed, near.source()).copied();
    }

    private List<Failing> compare(Sentence claimed, Near near) {
        if (near.overlap() < FLOOR && Parts.contentOf(claimed) > 2) {
            return unknown(claimed);
        }
        List<Failing> failing = new ArrayList<>(new FigureCheck(claimed, near.source()).failing());
        Alignment alignment = Alignment.of(claimed, near.source());
        failing.addAll(new PolarityCheck(claimed, near.source(), alignment).failing());
        failing.addAll(new SubjectCheck(claimed, near.source(), alignment, everywhere).failing());
        failing.addAll(names.exchanged(claimed, near.source()));
        if (failing.isEmpty()) {
            failing.addAll(Exchanges.in(claimed, near.source(), alignment));
        }
        return failing;
    }

    private static List<Failing> unknown(Sentence claimed) {
        if (claimed.figures().isEmpty()) {
            int end = claimed.words().stream().mapToInt(Word::end).max().orElse(1);
            int start = claimed.words().stream().filter(word -> !word.isLent()).mapToInt(Word::start).min().orElse(0);
            return List.of(new Failing(Kind.ELIGIBILITY, start, Math.max(end, start + 1), "Nothing that the reply cites says this."));
        }
        return claimed.figures().stream()
                .map(figure -> new Failing(figure.kind(), figure.start(), figure.end(), "Nothing that the reply cites says this of it."))
                .toList();
    }

    private List<Near> near(Sentence claimed) {
        return nearest.computeIfAbsent(claimed, this::ranked);
    }

    private List<Near> ranked(Sentence claimed) {
        List<Near> near = new ArrayList<>();
        for (Sentence source : sources) {
            double overlap = overlap(claimed, source);
            if (overlap > 0) {
                near.add(new Near(source, overlap));
            }
        }
        near.sort(Comparator.comparingDouble(Near::overlap).reversed());
        return near;
    }

    private static double overlap(Sentence claimed, Sentence source) {
        Set<String> own = source.canons();
        double sum = 0;
        double all = 0;
        for (Word word : claimed.words()) {
            boolean has = own.contains(word.canon()) || source.subject().contains(word.canon());
            if (!word.isContent()) {
                all += 0.05;
                sum += has ? 0.05 : 0;
                continue;
            }
            double weight = word.isGeneral() && !word.negated() ? has ? 0.3 : 0.1 : word.proper() || Lexicon.distinguishes(word.canon()) ? 1.3 : 1;
            all += weight;
            sum += has ? weight : source.around().contains(word.canon()) ? weight * 0.6 : 0;
        }
        for (Figure figure : claimed.figures()) {
            all += 0.3;
            sum += source.figures().stream().anyMatch(figure::sameQuantity) ? 0.3 : 0;
        }
        return all == 0 ? 0 : sum / all;
    }

    /** What a sentence or a part of one says letter by letter, figures and signs included. */
    private static String letters(Sentence sentence) {
        int start = sentence.words().stream().filter(word -> !word.isLent()).mapToInt(Word::start).min().orElse(0);
        int end = sentence.words().stream().filter(word -> !word.isLent()).mapToInt(Word::end).max().orElse(0);
        return Plain.of(sentence.text()).substring(start, end).replaceAll("[\\s,;:!?]+|\\.(?!\\d)", " ").strip();
    }

    private static boolean separates(Word word) {
        return word.plain().matches("[,;:()]| - |and|but|while|whereas|which|so|और|aur");
    }
}
