package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words beside a figure say of it: ranges, bounds, periods. */
final class Surroundings {

    private static final Pattern BETWEEN_TWO = Pattern.compile("\\s*(?:-|to|till|until|through|से|se|and)\\s*(?:the\\s)?");
    private static final Pattern LEADING_NUMBER = Pattern.compile("^(?:[\\d.,]+|[\\p{L}-]+)");
    private static final Pattern SIGN = Pattern.compile("^(?:₹|£|\\$|€|rs\\.?|inr|gbp|usd|eur)\\s?");
    private static final Set<Kind> MOMENTS = Set.of(Kind.DATE, Kind.TIME);

    private static final String NEAR = "(?:\\s+(?:a|an|the|of|is|are|be|just|only|total|amount|amounts|value|sum|aged|age|any|your|our"
            + "|limit|max|maximum|minimum|about))*\\s*\\(?$";
    private static final Pattern MOST_ADVERB = left("up to|upto|at (?:the )?most|(?:no|not|never|nor|cannot|\\p{L}+n't)(?: (?:\\p{L}+ ){1,3}?| )(?:more|later|longer|greater|higher|larger) than"
            + "|(?:not|\\p{L}+n't|cannot|never|without) exceed(?:ing)?|within|capped at|limited to|limit of|as (?:much|many|long|high) as|on or before|maximum"
            + "|max\\.?|(?:not|never) (?:over|above|beyond)|अधिकतम|ज़्यादा से ज़्यादा|zyada se zyada|adhiktam|inside");
    private static final Pattern LEAST_ADVERB = left("at (?:the )?least|(?:no|not|never) (?:less|fewer|lower|smaller|shorter|earlier) than|minimum|min\\.?"
            + "|(?:not|never) (?:below|under|before)|on or after|starting (?:at|from|on)|starts (?:at|from|on)|with effect from|as of|from|since"
            + "|as low as|कम से कम|kam se kam|न्यूनतम|nyuntam");
    private static final Pattern UNDER_ADVERB =
            left("less than|under|below|fewer than|before|prior to|(?:earlier|lower|younger|shorter|smaller) than");
    private static final Pattern OVER_ADVERB = left("more than|over|above|exceed(?:s|ing|ed)?|(?:greater|higher|later|longer|older|larger|bigger)"
            + " than|after|past|beyond|in excess of|upwards of");
    private static final Pattern ABOUT = left("about|approximately|approx\\.?|around|roughly|nearly|almost|लगभग|lagbhag");
    private static final Pattern MOMENT_MOST = left("by|until|till|up until");
    private static final Pattern MOST_NOUN = Pattern.compile(
            "(?<!\\p{L})(?:maximum|max|limit|limits|cap|ceiling|highest|longest|largest|greatest|सीमा|अधिकतम|seema)(?!\\p{L})");
    private static final Pattern LEAST_NOUN =
            Pattern.compile("(?<!\\p{L})(?:minimum|min|smallest|lowest|least|न्यूनतम)(?!\\p{L})");
    private static final String OR = "^(?:\\s+(?:old|of age|years|in total))?\\s*(?:,\\s*)?(?:or|and)\\s+";
    private static final Pattern MORE_AFTER =
            Pattern.compile(OR + "(?:more|over|above|older|higher|greater|upwards?|longer|later|beyond)\\b|^\\+");
    private static final Pattern LESS_AFTER = Pattern.compile(
            OR + "(?:less|under|below|younger|fewer|lower|earlier|shorter)\\b|^\\s+(?:at most|maximum|max|limit|cap)\\b|^\\s*(?:तक|tak)(?![\\p{L}\\p{M}])"
                    + "|^\\s*(?:के|ke)\\s+(?:भीतर|अंदर|andar|bhitar)");
    private static final Pattern LEAST_AFTER = Pattern.compile("^\\s+(?:at least|minimum|min)\\b");
    private static final Pattern OVER_AFTER = Pattern.compile("^\\s*(?:से|se)\\s+(?:अधिक|ज़्यादा|ज्यादा|ऊपर|zyada|jyada|adhik|upar)");
    private static final Pattern UNDER_AFTER = Pattern.compile("^\\s*(?:से|se)\\s+(?:कम|नीचे|kam|neeche)");

    private static final Pattern PERIOD_AFTER = Pattern.compile(
            "^(?:\\s*%)?(?:\\s+[\\p{L}-]+){0,3}?\\s*(?:/|\\b(?:per|each|every|for each|for every|in any|in each|in every)\\s+|प्रति\\s+|prati\\s+)"
                    + "(?:calendar |single |rolling |financial |working )?(?<p>[\\p{L}\\p{M}.-]+)"
                    + "|^(?:\\s+[\\p{L}-]+){0,2}?\\s+(?:an?|in an?)\\s+(?:calendar |single |financial )?(?<q>hour|day|week|month|quarter|year)\\b"
                    + "|^(?:\\s+[\\p{L}-]+){0,2}?\\s+(?<r>daily|weekly|monthly|quarterly|half-yearly|yearly|annually|p\\.a\\.|aer|apr)(?![\\p{L}])");
    private static final Pattern PERIOD_BEFORE = Pattern.compile("(?<![\\p{L}-])(?:(?:each|every|per)\\s+(?<p>day|week|month|quarter|year)"
            + "|(?:प्रति|prati)\\s+(?<q>[\\p{L}\\p{M}]+)|(?<r>daily|weekly|monthly|quarterly|half-yearly|yearly|annual|annually|दैनिक|मासिक|वार्षिक"
            + "|सालाना|salana|dainik|masik|varshik))(?![\\p{L}\\p{M}])");

    private Surroundings() {}

    static List<Figure> complete(String plain, List<Figure> found) {
        List<Figure> figures = new ArrayList<>(found);
        for (int i = 0; i + 1 < figures.size(); i++) {
            range(plain, figures, i);
        }
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            int from = i == 0 ? 0 : figures.get(i - 1).end();
            int to = i + 1 == figures.size() ? plain.length() : figures.get(i + 1).start();
            String before = clauseEnd(plain.substring(from, figure.start()));
            String after = plain.substring(figure.end(), to);
            Bound bound = figure.bound() == Bound.NONE ? bound(figure, before, after) : figure.bound();
            figures.set(i, figure.bounded(bound).per(period(before, after)));
        }
        // Of a range, both ends are reckoned by the same period.
        for (int i = 0; i + 1 < figures.size(); i++) {
            if (figures.get(i).bound() == Bound.FROM && figures.get(i + 1).bound() == Bound.TO
                    && figures.get(i).period().isEmpty()) {
                figures.set(i, figures.get(i).per(figures.get(i + 1).period()));
            }
        }
        return List.copyOf(figures);
    }

    private static void range(String plain, List<Figure> figures, int at) {
        Figure low = figures.get(at);
        Figure high = figures.get(at + 1);
        String between = plain.substring(low.end(), high.start());
        boolean and = between.strip().equals("and");
        if (low.kind() == Kind.DIGITS || high.kind() == Kind.DIGITS || !BETWEEN_TWO.matcher(between).matches()
                || and && !plain.substring(0, low.start()).stripTrailing().matches("(?s).*\\bbetween(?: the)?")) {
            return;
        }
        String lowText = plain.substring(low.start(), low.end());
        String highText = plain.substring(high.start(), high.end());
        if (isBare(low) && !isBare(high) && !MOMENTS.contains(high.kind())) {
            Matcher sign = SIGN.matcher(highText);
            low = unitFrom(low, sign.find() ? sign.group() + lowText + LEADING_NUMBER.matcher(highText.substring(sign.end())).replaceFirst("")
                    : lowText + LEADING_NUMBER.matcher(highText).replaceFirst(""));
        } else if (isBare(high) && low.kind() == Kind.AMOUNT) {
            Matcher sign = SIGN.matcher(lowText);
            high = sign.find() ? unitFrom(high, sign.group() + highText) : high;
        }
        if (low.sameSort(high)) {
            figures.set(at, low.bounded(Bound.FROM));
            figures.set(at + 1, high.bounded(Bound.TO));
        }
    }

    private static boolean isBare(Figure figure) {
        return figure.kind() == Kind.COUNT && figure.unit().isEmpty();
    }

    private static Figure unitFrom(Figure bare, String written) {
        List<Figure> read = FigureReader.read(written);
        return read.size() == 1 ? bare.in(read.getFirst().kind(), read.getFirst().value(), read.getFirst().unit()) : bare;
    }

    private static Bound bound(Figure figure, String before, String after) {
        if (MORE_AFTER.matcher(after).find()) {
            return Bound.AT_LEAST;
        } else if (LESS_AFTER.matcher(after).find()) {
            return Bound.AT_MOST;
        } else if (LEAST_AFTER.matcher(after).find()) {
            return Bound.AT_LEAST;
        } else if (OVER_AFTER.matcher(after).find()) {
            return Bound.OVER;
        } else if (UNDER_AFTER.matcher(after).find()) {
            return Bound.UNDER;
        } else if (MOST_ADVERB.matcher(before).find() || MOMENTS.contains(figure.kind()) && MOMENT_MOST.matcher(before).find()) {
            return Bound.AT_MOST;
        } else if (LEAST_ADVERB.matcher(before).find()) {
            return Bound.AT_LEAST;
        } else if (UNDER_ADVERB.matcher(before).find()) {
            return Bound.UNDER;
        } else if (OVER_ADVERB.matcher(before).find()) {
            return Bound.OVER;
        } else if (MOST_NOUN.matcher(before).find()) {
            return Bound.AT_MOST;
        } else if (LEAST_NOUN.matcher(before).find()) {
            return Bound.AT_LEAST;
        }
        return ABOUT.matcher(before).find() ? Bound.ABOUT : Bound.NONE;
    }

    private static String period(String before, String after) {
        Matcher next = PERIOD_AFTER.matcher(after);
        if (next.find()) {
            String known = UnitNames.period(first(next));
            if (known != null) {
                return known;
            }
        }
        String last = "";
        for (Matcher earlier = PERIOD_BEFORE.matcher(before); earlier.find(); ) {
            String known = UnitNames.period(first(earlier));
            last = known == null ? last : known;
        }
        return last;
    }

    private static String first(Matcher match) {
        String word = match.group("p") != null ? match.group("p") : match.group("q") != null ? match.group("q") : match.group("r");
        return word.endsWith(".") && !word.equals("p.a.") ? word.substring(0, word.length() - 1) : word;
    }

    private static String clauseEnd(String before) {
        int cut = Math.max(before.lastIndexOf(';'), Math.max(before.lastIndexOf(','), before.lastIndexOf(". ")));
        return before.substring(cut + 1);
    }

    private static Pattern left(String words) {
        return Pattern.compile("(?<![\\p{L}])(?:" + words + ")" + NEAR);
    }
}
