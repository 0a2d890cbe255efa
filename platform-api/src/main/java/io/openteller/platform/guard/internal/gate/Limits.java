package io.openteller.platform.guard.internal.gate;

/** Whether a fact has a figure in the bound and period that a reply says. */
final class Limits {

    private static final String FEE = Lexicon.canon("fee");
    private static final String PAY = Lexicon.canon("pay");
    private static final String LIMIT = Lexicon.canon("limit");
    private static final String MOST = Lexicon.canon("maximum");

    private Limits() {}

    static boolean agree(Figure figure, Fact fact) {
        boolean limits = fact.terms().containsKey(LIMIT) || fact.terms().containsKey(MOST);
        return fact.figures().stream()
                .filter(other -> Charges.isSame(figure, other))
                .anyMatch(other -> isReckoned(figure, other, fact)
                        && (figure.bound().follows(other.bound(), figure.kind(), limits && other.bound() == Bound.NONE)
                                || figure.bound() == Bound.NONE && isEnd(other, fact)));
    }

    private static boolean isReckoned(Figure figure, Figure other, Fact fact) {
        return figure.period().isEmpty() || figure.period().equals(other.period())
                || other.period().isEmpty() && fact.speaksOf(Lexicon.canon(figure.period())) >= 0.5;
    }

    /** A limit may be said without its bound, a price may not. */
    private static boolean isEnd(Figure other, Fact fact) {
        boolean price = fact.own().contains(FEE) || fact.own().contains(PAY);
        return !price && (other.bound() == Bound.AT_MOST || other.bound() == Bound.AT_LEAST || other.bound() == Bound.TO);
    }
}
