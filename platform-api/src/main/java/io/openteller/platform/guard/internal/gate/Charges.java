package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the figures of a clause together with the charge that is none: free, no fee, costs nothing. */
final class Charges {

    /** Stands for no charge at all, whatever the currency. */
    static final String NONE = "no charge";
    /** Stands for no interest. */
    static final String NO_INTEREST = "no interest";

    /** Stands for a moment. */
    static final String AT_ONCE = "at once";
    /** Stands for any number of times. */
    static final String UNLIMITED = "unlimited";

    private static final Pattern INTEREST =
            Pattern.compile("\\b(?:interest[- ]free|free of interest|(?:without|no|any) interest|n't charge interest|not charge interest)\\b");
    private static final Pattern FREE = Pattern.compile("\\b(?:(?<=it is |it's )free(?= to\\b)|(?<!toll |feel |tax |duty |not )free(?! of interest| to\\b| \\p{L}+s\\b)(?: of charge)?"
            + "|(?:no|without(?: an?y?)?) (?:[\\p{L}-]+ ){0,2}(?:fees?|charges?|costs?)"
            + "|(?:[\\p{L}]+n't|not|never) (?:be |you |have to )?(?:charged?|pay|cost)(?! interest)(?: you)?(?: any(?:thing)?)?(?: more)?"
            + "|nothing(?! (?:can|else|to|is|may)\\b)|waived|at no cost)");
    private static final Pattern NOW = Pattern.compile("\\b(?:at once|immediate(?:ly)?|instant(?:ly)?|straight ?away|right away)\\b");
    private static final Pattern ANY = Pattern.compile(
            "\\b(?:unlimited|as (?:often|many)(?: [\\p{L}]+)? as you (?:like|wish|want|please)|(?:at )?any ?time|whenever you (?:like|want|wish))\\b");
    private static final Pattern DENIED = Pattern.compile("(?:\\bnot|n't|cannot be|never|not be)\\s*$");
    private static final Pattern HYPHEN = Pattern.compile("-(?:year|month|week|day)$");

    private Charges() {}

    /** The figures of a sentence without ordinals and lengths that name, and with what words say as much as a figure. */
    static List<Figure> read(String plain, List<Figure> read) {
        List<Figure> figures = new ArrayList<>();
        for (Figure figure : read) {
            boolean period = figure != read.getFirst() && figure.kind() == Kind.DURATION && plain.startsWith("a", figure.start())
                    && plain.substring(0, figure.start()).endsWith("in ");
            if (!figure.unit().equals("ordinal") && !isName(plain, figure) && !period) {
                figures.add(figure);
            }
        }
        add(INTEREST, plain, Kind.RATE, NO_INTEREST, figures);
        add(FREE, plain, Kind.AMOUNT, NONE, figures);
        add(NOW, plain, Kind.DURATION, AT_ONCE, figures);
        add(ANY, plain, Kind.COUNT, UNLIMITED, figures);
        return Spoken.sorted(figures.stream());
    }

    /** A two-year bond, a 30-day notice: the length tells which one. */
    static boolean isName(String plain, Figure figure) {
        return figure.kind() == Kind.DURATION && HYPHEN.matcher(plain.substring(figure.start(), figure.end())).find();
    }

    static boolean isNone(Figure figure) {
        return figure.unit().equals(NONE) || figure.unit().equals(NO_INTEREST);
    }

    /** Whether both answer the same sort of question: how much, how long, when, how many. */
    static boolean areComparable(Figure one, Figure other) {
        if (one.unit().equals(NO_INTEREST) || other.unit().equals(NO_INTEREST)) {
            return one.kind() == Kind.RATE && other.kind() == Kind.RATE;
        }
        return one.kind() == other.kind() || (isNone(one) || isNone(other)) && isPrice(one) && isPrice(other);
    }

    private static boolean isPrice(Figure figure) {
        return figure.kind() == Kind.AMOUNT || figure.kind() == Kind.RATE;
    }

    static boolean isSame(Figure one, Figure other) {
        boolean nought = isNone(one) && isNought(other) || isNone(other) && isNought(one);
        boolean times = one.kind() == Kind.COUNT && other.kind() == Kind.COUNT && one.value().compareTo(other.value()) == 0
                && (one.unit() + other.unit()).equals("x");
        return one.sameQuantity(other) || times || nought && areComparable(one, other);
    }

    private static boolean isNought(Figure figure) {
        return figure.value().signum() == 0 && isPrice(figure);
    }

    private static void add(Pattern pattern, String plain, Kind kind, String unit, List<Figure> figures) {
        for (Matcher match = pattern.matcher(plain); match.find(); ) {
            // Of 20 free transfers, the figure is how many.
            boolean taken = figures.stream().anyMatch(figure -> figure.start() < match.end() && match.start() <= figure.end() + 1
                    && !(figure.end() <= match.start() && kind != Kind.AMOUNT));
            if (!taken && !DENIED.matcher(plain.substring(0, match.start())).find()) {
                figures.add(new Figure(kind, BigDecimal.ZERO, "", unit, Bound.NONE, "", match.start(), match.end()));
            }
        }
    }
}
