package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Part of a sentence that says one thing: cut where a comma or conjunction has a figure on both sides. */
record Clause(Spoken whole, int from, int to, List<Figure> figures) {

    private static final Pattern SEPARATOR = Pattern.compile(";\\s+|,\\s+(?:and |but |or )?|\\s+(?:and|but|while|whereas)\\s+");
    /** Beginnings of a range, and of "one or both of". */
    private static final Pattern BETWEEN = Pattern.compile("\\b(?:between|both|from)\\b[^,;]*$");
    private static final Pattern CONDITIONAL = Pattern.compile("^\\s*(?:if|when|once|unless|as long as|should)\\b");
    private static final Pattern ENDS = Pattern.compile("^\\s*(?:[.,;]|$)");
    private static final Pattern UNIT = Pattern.compile("[\\p{L} ]+$");

    static List<Clause> of(Spoken sentence) {
        List<Integer> cuts = new ArrayList<>(List.of(0));
        if (sentence.figures().size() > 1) {
            for (Matcher match = SEPARATOR.matcher(sentence.plain()); match.find(); ) {
                if (isCut(sentence, cuts.getLast(), match)) {
                    cuts.add(match.end());
                }
            }
        }
        cuts.add(sentence.text().length());
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.size(); i++) {
            int from = cuts.get(i);
            int to = cuts.get(i + 1);
            clauses.add(new Clause(sentence, from, to, sentence.figures().stream()
                    .filter(figure -> figure.start() >= from && figure.end() <= to)
                    .map(figure -> withUnit(sentence, figure))
                    .toList()));
        }
        return clauses;
    }

    String plain() {
        return whole.plain().substring(from, to);
    }

    Set<String> terms() {
        return whole.terms(from, to);
    }

    /** Without what is read as a figure although it is words: as often as you like, at once. */
    Set<String> termsBesideFigures() {
        Set<String> terms = terms();
        figures.stream()
                .filter(figure -> figure.unit().equals(Charges.UNLIMITED) || figure.unit().equals(Charges.AT_ONCE))
                .forEach(figure -> terms.removeAll(whole.terms(figure.start(), figure.end())));
        return terms;
    }

    /** What stands before the first figure. */
    Set<String> opening() {
        return figures.isEmpty() ? Set.of() : whole.terms(from, figures.getFirst().start());
    }

    Set<String> openingNames() {
        return figures.isEmpty() ? Set.of() : SubjectNames.in(whole, from, figures.getFirst().start());
    }

    private static boolean isCut(Spoken sentence, int from, Matcher match) {
        Figure last = null;
        Figure next = null;
        for (Figure figure : sentence.figures()) {
            if (figure.start() < match.end() && match.start() < figure.end()) {
                return false;
            }
            last = figure.start() >= from && figure.end() <= match.start() ? figure : last;
            next = next == null && figure.start() >= match.end() ? figure : next;
        }
        String before = sentence.plain().substring(from, match.start());
        boolean range = match.group().contains("and") && BETWEEN.matcher(before).find();
        return last != null && next != null && !range && !isFloor(last, next, match.end())
                && !CONDITIONAL.matcher(before).find()
                && !sentence.terms(from, match.start()).isEmpty()
                && !sentence.terms(match.end(), sentence.text().length()).isEmpty();
    }

    /** {@code 3%, at least £4} is one price. */
    private static boolean isFloor(Figure last, @Nullable Figure next, int at) {
        return next != null && last.unit().equals("%") && next.bound() == Bound.AT_LEAST && next.start() - at < 30;
    }

    /** Of "within one working day, the others within four", both are working days. */
    private static Figure withUnit(Spoken sentence, Figure figure) {
        int at = sentence.figures().indexOf(figure);
        if (at == 0 || figure.kind() != Kind.COUNT || !figure.unit().isEmpty()
                || !ENDS.matcher(sentence.plain().substring(figure.end())).find()) {
            return figure;
        }
        Figure before = sentence.figures().get(at - 1);
        Matcher unit = UNIT.matcher(sentence.plain().substring(before.start(), before.end()));
        List<Figure> read = before.kind() == Kind.DURATION && unit.find()
                ? FigureReader.read(Spoken.number(figure) + " " + unit.group().replaceFirst("^\\s*(?:an?|one|two|three|four|five|six|seven|ten) ", "").strip())
                : List.of();
        return read.size() == 1 ? figure.in(read.getFirst().kind(), read.getFirst().value(), read.getFirst().unit()) : figure;
    }
}
