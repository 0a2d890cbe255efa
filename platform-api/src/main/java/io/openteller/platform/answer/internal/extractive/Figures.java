package io.openteller.platform.answer.internal.extractive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Figures that a question names as its condition ("on a loan of £5,000", "for 5 years", "my 15-year-old"): a sentence that names
 * other figures of the same unit, or a range that does not hold them, is about something else.
 */
final class Figures {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final String NUMBER = "(\\p{Nd}[\\p{Nd},]*(?:\\.\\p{Nd}+)?)";
    private static final Pattern UNIT = Pattern.compile(
            "(?<money>[₹£$€]) ?" + NUMBER + "|" + NUMBER
                    + "[ -]?(?<unit>years?|yr|months?|weeks?|days?|hours?|minutes?|rupees?|pounds?|dollars?|euros?|lakhs?)(?<old>[ -]olds?)?\\b|\\b"
                    + NUMBER + "\\b",
            FLAGS);
    private static final Pattern BELOW = Pattern.compile("\\b(up to|at most|below|under|less than|or less|or below|or under|no more than|within)\\b", FLAGS);
    private static final Pattern ABOVE = Pattern.compile("\\b(above|over|more than|at least|from|or more|or longer|or above|and over|older)\\b", FLAGS);
    private static final Pattern BETWEEN = Pattern.compile(NUMBER + "[^.;]{0,16}(?: to | and |–|-)[^.;\\p{Nd}]{0,4}" + NUMBER, FLAGS);

    private static final List<String> NUMBERS = List.of(
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Pattern SPELT =
            Pattern.compile("\\b(" + String.join("|", NUMBERS) + ")(?=[ -](years?|months?|weeks?|days?|hours?)\\b)", FLAGS);

    private final List<Figure> asked;

    /** @param unit of what; empty where it does not say */
    private record Figure(double value, String unit) {}

    private Figures(List<Figure> asked) {
        this.asked = asked;
    }

    static Figures in(String question) {
        return new Figures(of(question));
    }

    /** What a sentence has to do with the figures of the question. */
    enum Fit {
        /** It names one of them, or a range that holds it. */
        SAME,
        /** It speaks of others of the same unit. */
        OTHER,
        NEITHER
    }

    Fit fit(String sentence, String heading) {
        Fit fit = Fit.NEITHER;
        List<Figure> said = of(sentence);
        List<Figure> above = of(heading);
        for (Figure figure : asked) {
            if (isIn(figure, said) || isIn(figure, above) || isBetween(figure, sentence)) {
                fit = Fit.SAME;
            } else if (said.stream().anyMatch(other -> isSameUnit(figure, other)) && !isHeldBy(figure, said, sentence)) {
                return Fit.OTHER;
            }
        }
        return fit;
    }

    private static boolean isIn(Figure figure, List<Figure> all) {
        return all.stream().anyMatch(other -> other.value() == figure.value());
    }

    private static boolean isSameUnit(Figure one, Figure other) {
        return !one.unit().isEmpty() && one.unit().equals(other.unit());
    }

    private static boolean isHeldBy(Figure figure, List<Figure> said, String sentence) {
        boolean below = BELOW.matcher(sentence).find();
        boolean above = ABOVE.matcher(sentence).find();
        return said.stream()
                .filter(other -> isSameUnit(figure, other))
                .anyMatch(other -> below && figure.value() <= other.value()
                        || above && figure.value() >= other.value()
                        || !below && !above && other.unit().equals("money"));
    }

    private static boolean isBetween(Figure figure, String sentence) {
        Matcher range = BETWEEN.matcher(sentence);
        while (range.find()) {
            if (number(range.group(1)) <= figure.value() && figure.value() <= number(range.group(2))) {
                return true;
            }
        }
        return false;
    }

    private static List<Figure> of(String text) {
        List<Figure> found = new ArrayList<>();
        Matcher figure = UNIT.matcher(inDigits(text));
        while (figure.find()) {
            if (figure.group("money") != null) {
                found.add(new Figure(number(figure.group(2)), "money"));
            } else if (figure.group("unit") != null) {
                found.add(new Figure(number(figure.group(3)), unit(figure.group("unit"), figure.group("old") != null)));
            } else {
                found.add(new Figure(number(figure.group(6)), ""));
            }
        }
        return found;
    }

    /** "ten year" as "10 year"; a number that stands for itself ("one of them") is seldom a condition and stays. */
    private static String inDigits(String text) {
        return SPELT.matcher(text).replaceAll(word -> String.valueOf(
                NUMBERS.indexOf(word.group(1).toLowerCase(Locale.ROOT)) + 1));
    }

    private static String unit(String word, boolean old) {
        String plain = word.toLowerCase(Locale.ROOT).replaceFirst("s$", "");
        return switch (plain) {
            case "yr" -> "year";
            case "rupee", "pound", "dollar", "euro", "lakh" -> "money";
            default -> old ? "age" : plain;
        };
    }

    private static double number(String digits) {
        StringBuilder plain = new StringBuilder();
        digits.codePoints()
                .filter(point -> point != ',')
                .forEach(point -> plain.append(point == '.' ? "." : String.valueOf(Character.digit(point, 10))));
        return Double.parseDouble(plain.toString());
    }
}
