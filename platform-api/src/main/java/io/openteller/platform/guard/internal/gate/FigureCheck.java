package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the figures of a sentence are those of another, in the same bounds, periods and roles. */
final class FigureCheck {

    private static final Set<String> MOST = Set.of(Lexicon.canon("limit"), Lexicon.canon("maximum"), "सीमा", "अधिकतम");
    private static final Set<String> LEAST = Set.of(Lexicon.canon("minimum"), "न्यूनतम");

    private final Sentence claimed;
    private final Sentence source;
    private final Set<String> known;

    FigureCheck(Sentence claimed, Sentence source) {
        this.claimed = claimed;
        this.source = source;
        this.known = new HashSet<>(source.around());
        known.addAll(source.canons());
    }

    List<Failing> failing() {
        List<Failing> failing = new ArrayList<>();
        for (Figure figure : claimed.figures()) {
            why(figure).ifPresent(reason -> failing.add(new Failing(figure.kind(), figure.start(), figure.end(), reason)));
        }
        return failing;
    }

    private Optional<String> why(Figure figure) {
        List<Figure> equal = source.figures().stream().filter(figure::sameQuantity).toList();
        if (equal.isEmpty()) {
            return Optional.of(missing(figure));
        }
        Optional<String> reason = Optional.empty();
        for (Figure other : equal) {
            reason = disagreement(figure, other);
            if (reason.isEmpty()) {
                return reason;
            }
        }
        return reason;
    }

    private Optional<String> disagreement(Figure figure, Figure other) {
        Bound limiting = figure.bound() == Bound.NONE ? other.bound() : figure.bound();
        boolean limits = (limiting == Bound.AT_LEAST ? LEAST : MOST).stream().anyMatch(known::contains);
        if (!figure.bound().follows(other.bound(), figure.kind(), limits)) {
            return Optional.of("The source says “" + other.bound().words() + "”, the reply “" + figure.bound().words() + "”.");
        }
        if (!figure.period().isEmpty() && !figure.period().equals(other.period())
                && !(other.period().isEmpty() && known.contains(Lexicon.canon(figure.period())))) {
            return Optional.of(other.period().isEmpty()
                    ? "The source does not say this per " + figure.period() + "."
                    : "The source says this per " + other.period() + ", not per " + figure.period() + ".");
        }
        Figure rightful = rightful(figure, other);
        return rightful == other ? Optional.empty() : Optional.of("The source says “" + text(source, rightful) + "” of this, and “" + text(source, other)
                + "” of something else.");
    }

    /** Of several figures of one sort, the one whose nearest words are those that the reply has beside the figure. */
    private Figure rightful(Figure figure, Figure other) {
        Set<String> mine = beside(claimed, figure);
        Set<String> theirs = beside(source, other);
        Figure best = other;
        int most = common(mine, theirs);
        for (Figure rival : source.figures()) {
            boolean saidToo = claimed.figures().stream().anyMatch(said -> said.sameQuantity(rival) && beside(claimed, said).equals(mine));
            if (!isOtherEnd(figure, other, rival) && rival.sameSort(figure) && !rival.sameQuantity(figure) && !saidToo && common(mine, beside(source, rival)) > most) {
                most = common(mine, beside(source, rival));
                best = rival;
            }
        }
        return best;
    }

    /** Of a range, "up to" and "from" say which end is meant. */
    private static boolean isOtherEnd(Figure figure, Figure other, Figure rival) {
        return figure.bound() == Bound.AT_MOST && other.bound() == Bound.TO && rival.bound() == Bound.FROM
                || figure.bound() == Bound.AT_LEAST && other.bound() == Bound.FROM && rival.bound() == Bound.TO;
    }

    private static int common(Set<String> one, Set<String> other) {
        return (int) one.stream().filter(other::contains).count();
    }

    /** The content words between the neighbouring commas, conjunctions and figures. */
    private static Set<String> beside(Sentence sentence, Figure figure) {
        Set<String> beside = new HashSet<>();
        List<Word> words = sentence.words();
        int at = 0;
        while (at < words.size() && words.get(at).start() < figure.start()) {
            at++;
        }
        for (int step : new int[] {-1, 1}) {
            for (int i = at + step; i >= 0 && i < words.size() && !separates(words.get(i)); i += step) {
                if (words.get(i).isContent() && !words.get(i).isGeneral()) {
                    beside.add(words.get(i).canon());
                }
            }
        }
        return beside;
    }

    private static boolean separates(Word word) {
        return word.plain().matches("[,;:.()]| - |and|but|or|while|और|aur") || word.plain().equals(Words.FIGURE);
    }

    private String missing(Figure figure) {
        String said = text(claimed, figure);
        return source.figures().stream()
                .filter(figure::sameSort)
                .findFirst()
                .map(other -> "The source says “" + text(source, other) + "”, not “" + said + "”.")
                .or(() -> otherUnit(figure).map(other -> "The source says “" + text(source, other) + "”; the unit is another."))
                .orElse("“" + said + "” is not in what the reply cites.");
    }

    private Optional<Figure> otherUnit(Figure figure) {
        return figure.kind() == Kind.DATE || figure.kind() == Kind.DIGITS
                ? Optional.empty()
                : source.figures().stream().filter(other -> other.value().compareTo(figure.value()) == 0).findFirst();
    }

    static String text(Sentence sentence, Figure figure) {
        return sentence.text().substring(figure.start(), figure.end());
    }
}
