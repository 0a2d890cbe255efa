package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim.Kind;
import io.openteller.platform.guard.internal.gate.UnitNames.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the figures of one sentence or table row, with unit, bound and period. Any number counts, whatever its unit. */
final class FigureReader {

    private static final String END = "(?![\\p{L}\\p{M}\\d])";
    private static final String SYMBOL = "₹|us\\$|s\\$|a\\$|c\\$|£|\\$|€|¥";
    private static final String CODE = "(?:rs\\.?|inr|gbp|usd|eur|jpy|aed|sgd|aud|cad|chf|sek|nok|dkk|pln|zar|hkd|cny)";
    private static final Pattern CLOCK = Pattern.compile(
            "(?<![\\d.:,/-])(?:(?<h>[01]?\\d|2[0-4])[:.](?<m>[0-5]\\d)(?![\\d:%])(?:\\s?(?<half>[ap])\\.?\\s?m\\b\\.?)?"
                    + "|(?<h2>1[0-2]|0?[1-9])\\s?(?<half2>[ap])\\.?\\s?m\\b\\.?|\\b(?<name>noon|midday|midnight)\\b)");
    private static final Pattern LONG_NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d.,])(?:\\+?\\(?\\d{2,5}\\)?(?:[ -]\\d{2,6}){1,5}(?![\\d,.%]*\\d|%)|\\d{7,20}(?![\\d,.]\\d)"
                    + "|[x•#]{2,}[ -]?\\d{3,6}|\\d{1,4}-\\d{2,4}-\\d{2,6})" + END);
    private static final Pattern ENDING = Pattern.compile("\\b(?:ending|ends|last (?:four|4) digits)(?: (?:in|with|on|are|is))?\\s+$");
    private static final Pattern ORDINAL = Pattern.compile("(?<![\\p{L}\\d])(?:(?<n>\\d{1,3})(?:st|nd|rd|th)"
            + "|(?<w>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))(?![\\p{L}-])");
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
    private static final Pattern TIMES = Pattern.compile("(?<![\\p{L}])(?<w>once(?!\\s+(?:it|the|you|your|we|our|this|that|they|an?(?!\\s+(?:day|week|month|quarter|year))\\b))|twice|thrice|double|triple)(?![\\p{L}])");
    private static final Pattern NUMBER = Pattern.compile("(?:(?<sign>" + SYMBOL + "|(?<![\\p{L}])" + CODE + "(?=[ \\d]))\\s?)?"
            + Numbers.PATTERN
            + "(?:\\s?(?<percent>%|per\\s?cent(?:age)?\\b|percent\\b|pct\\b|प्रतिशत|फ़ीसदी|फीसदी|pratishat|basis points?\\b|bps\\b)"
            + "|(?:[ -]|(?<=\\d))(?<time>" + UnitNames.timeNames() + ")'?" + END
            + "|\\s?(?<money>" + UnitNames.moneyNames() + ")" + END + ")?");
    /** An age is a number of years, however it is said. */
    private static final Pattern OF_AGE = Pattern.compile("^[ -](?:old|of age)\\b");
    private static final Pattern ONE_UNIT = Pattern.compile("\\b(?:within|after|for|in|lasts|takes|up to|half) (?<words>an?) "
            + "(?<time>second|minute|hour|day|week|fortnight|month|year|working day|business day)" + END);

    private FigureReader() {}

    static List<Figure> read(String text) {
        String plain = Plain.of(text);
        boolean[] taken = new boolean[plain.length() + 1];
        List<Figure> found = new ArrayList<>();
        dates(plain, taken, found);
        clocks(plain, taken, found);
        longNumbers(plain, taken, found);
        ordinals(plain, taken, found);
        oneUnits(plain, taken, found);
        numbers(plain, taken, found);
        found.sort((one, other) -> one.start() - other.start());
        return Surroundings.complete(plain, found);
    }

    private static void dates(String plain, boolean[] taken, List<Figure> found) {
        for (Matcher match = CalendarDates.PATTERN.matcher(plain); match.find(); ) {
            String date = CalendarDates.read(match);
            if (date != null) {
                add(found, taken, Kind.DATE, BigDecimal.ZERO, date, "", match.start(), match.end());
            }
        }
    }

    private static void clocks(String plain, boolean[] taken, List<Figure> found) {
        for (Matcher match = CLOCK.matcher(plain); match.find(); ) {
            boolean money = match.start() > 0 && "₹£$€".indexOf(plain.charAt(match.start() - 1)) >= 0;
            boolean dotted = match.group("h") != null && plain.charAt(match.end("h")) == '.' && match.group("half") == null;
            if (!money && !dotted) {
                add(found, taken, Kind.TIME, BigDecimal.valueOf(minutes(match)), "", "clock", match.start(), match.end());
            }
        }
    }

    private static int minutes(Matcher match) {
        if (match.group("name") != null) {
            return match.group("name").equals("midnight") ? 1440 : 720;
        }
        String hour = match.group("h") != null ? match.group("h") : match.group("h2");
        String half = match.group("half") != null ? match.group("half") : match.group("half2");
        int hours = Integer.parseInt(hour);
        int past = match.group("m") == null ? 0 : Integer.parseInt(match.group("m"));
        boolean afternoon = half != null && half.equals("p");
        return (half == null ? hours : hours % 12 + (afternoon ? 12 : 0)) * 60 + past;
    }

    private static void longNumbers(String plain, boolean[] taken, List<Figure> found) {
        for (Matcher match = LONG_NUMBER.matcher(plain); match.find(); ) {
            String digits = match.group().replaceAll("\\D", "");
            boolean masked = match.group().matches("[x•#].*");
            // 3-5 and 2024-25 are ranges.
            if (digits.length() >= 7 || masked) {
                add(found, taken, Kind.DIGITS, BigDecimal.ZERO, digits, "", match.start(), match.end());
            }
        }
    }

    private static void ordinals(String plain, boolean[] taken, List<Figure> found) {
        for (Matcher match = ORDINAL.matcher(plain); match.find(); ) {
            String word = match.group("w");
            int value = word == null ? Integer.parseInt(match.group("n")) : ORDINALS.indexOf(word) + 1;
            add(found, taken, Kind.COUNT, BigDecimal.valueOf(value), "", "ordinal", match.start(), match.end());
        }
        for (Matcher match = TIMES.matcher(plain); match.find(); ) {
            int value = switch (match.group("w")) {
                case "once" -> 1;
                case "thrice", "triple" -> 3;
                default -> 2;
            };
            if (value > 1 || plain.startsWith(" a ", match.end()) || plain.startsWith(" per ", match.end())) {
                add(found, taken, Kind.COUNT, BigDecimal.valueOf(value), "", "x", match.start(), match.end());
            }
        }
    }

    /** {@code within a month}. */
    private static void oneUnits(String plain, boolean[] taken, List<Figure> found) {
        for (Matcher match = ONE_UNIT.matcher(plain); match.find(); ) {
            Unit unit = UnitNames.time(match.group("time"));
            if (unit != null) {
                BigDecimal count = match.group().startsWith("half") ? new BigDecimal("0.5") : BigDecimal.ONE;
                int start = match.group().startsWith("half") ? match.start() : match.start("words");
                add(found, taken, Kind.DURATION, count.multiply(unit.factor()), "", unit.base(), start, match.end());
            }
        }
    }

    private static void numbers(String plain, boolean[] taken, List<Figure> found) {
        for (Matcher match = NUMBER.matcher(plain); match.find(); ) {
            boolean unclear = "half".equals(match.group("words")) || isPronoun(plain, match);
            if (taken[match.start()] || taken[match.end() - 1] || unclear && match.group("time") == null
                    && match.group("percent") == null) {
                continue;
            }
            int start = match.start();
            BigDecimal value = Numbers.value(match);
            boolean ending = ENDING.matcher(plain.substring(0, start)).find();
            if (ending || isCode(plain, match)) {
                add(found, taken, Kind.DIGITS, value, match.group("digits") == null ? "" : match.group("digits"), "", start, match.end());
                continue;
            }
            Unit money = money(match);
            Unit time = match.group("time") == null ? null : UnitNames.time(match.group("time"));
            if (money != null) {
                add(found, taken, Kind.AMOUNT, value.multiply(money.factor()), "", money.base(), start, match.end());
            } else if (match.group("percent") != null) {
                boolean points = match.group("percent").startsWith("b");
                add(found, taken, Kind.RATE, points ? value.movePointLeft(2) : value, "", "%", start, match.end());
            } else if (time != null && time.base().equals("month") && time.factor().intValue() == 12 && OF_AGE.matcher(plain.substring(match.end())).find()) {
                add(found, taken, Kind.COUNT, value, "", "", start, match.end());
            } else if (time != null) {
                add(found, taken, Kind.DURATION, value.multiply(time.factor()), "", time.base(), start, match.end());
            } else {
                add(found, taken, Kind.COUNT, value, "", "", start, match.end());
            }
        }
    }

    private static @Nullable Unit money(Matcher match) {
        String name = match.group("sign") != null ? match.group("sign") : match.group("money");
        return name == null ? null : UnitNames.money(name);
    }

    /** {@code one} and {@code do} are more often no numbers. */
    private static boolean isPronoun(String plain, Matcher match) {
        String words = match.group("words");
        boolean limited = words != null && words.equals("one") && plain.substring(0, match.start()).endsWith("more than ");
        return words != null && !limited && (words.matches("one|do|das|char|एक|ek|sau|saat|hundred"));
    }

    /** A number that letters stand right beside is a name: 15G, T+1, iOS-17. */
    private static boolean isCode(String plain, Matcher match) {
        if (match.group("digits") == null || match.group("sign") != null || match.group("time") != null || match.group("money") != null
                || match.group("percent") != null) {
            return false;
        }
        int before = match.start() - 1;
        int after = match.end();
        boolean left = before >= 0 && (Character.isLetter(plain.charAt(before)) || plain.charAt(before) == '+');
        return left || after < plain.length() && Character.isLetter(plain.charAt(after));
    }

    private static void add(
            List<Figure> found, boolean[] taken, Kind kind, BigDecimal value, String exact, String unit, int start, int end) {
        for (int i = start; i < end; i++) {
            if (taken[i]) {
                return;
            }
        }
        java.util.Arrays.fill(taken, start, end, true);
        found.add(new Figure(kind, value, exact, unit, Bound.NONE, "", start, end));
    }
}
