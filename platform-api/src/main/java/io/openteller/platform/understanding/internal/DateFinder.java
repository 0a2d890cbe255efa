package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.Entity.Days;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates of the calendar. One without a year is the last that has been, since customers mostly ask about what happened. */
final class DateFinder {

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1), Map.entry("feb", 2), Map.entry("mar", 3), Map.entry("apr", 4), Map.entry("may", 5),
            Map.entry("jun", 6), Map.entry("jul", 7), Map.entry("aug", 8), Map.entry("sep", 9), Map.entry("oct", 10),
            Map.entry("nov", 11), Map.entry("dec", 12), Map.entry("जनवरी", 1), Map.entry("फरवरी", 2),
            Map.entry("मार्च", 3), Map.entry("अप्रैल", 4), Map.entry("मई", 5), Map.entry("जून", 6),
            Map.entry("जुलाई", 7), Map.entry("अगस्त", 8), Map.entry("सितंबर", 9), Map.entry("अक्टूबर", 10),
            Map.entry("नवंबर", 11), Map.entry("दिसंबर", 12));

    private static final String MONTH = "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर"
            + "|अक्टूबर|नवंबर|दिसंबर)(?![\\p{L}\\p{M}])\\.?";
    private static final String DAY = "(?<day>\\p{Nd}{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(?:,?\\s*(?<year>(?:19|20)\\p{Nd}{2}))?(?!\\p{Nd})";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern DAY_MONTH =
            Pattern.compile("(?<![\\p{L}\\p{Nd}.,])" + DAY + "\\s*(?:of\\s+)?" + MONTH + YEAR, FLAGS);
    private static final Pattern MONTH_DAY =
            Pattern.compile("(?<!\\p{L})" + MONTH + "\\s*(?:the\\s+)?" + DAY + YEAR, FLAGS);
    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<![\\d/.-])(\\d{1,2})([/.-])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?(?![\\d/]|[.-]\\d|\\s?%)");

    private DateFinder() {}

    static List<Days> in(String text, LocalDate today, Locale locale) {
        List<Days> found = new ArrayList<>();
        Matcher iso = ISO.matcher(text);
        while (iso.find()) {
            add(found, iso, number(iso.group(1)), number(iso.group(2)), number(iso.group(3)), today);
        }
        Matcher numbers = NUMBERS.matcher(text);
        while (numbers.find()) {
            int first = number(numbers.group(1));
            int second = number(numbers.group(3));
            boolean monthFirst = locale.getCountry().equals("US") && first <= 12 || second > 12;
            boolean needsYear = !numbers.group(2).equals("/");
            if (numbers.group(4) != null || !needsYear) {
                add(found, numbers, year(numbers.group(4)), monthFirst ? first : second, monthFirst ? second : first, today);
            }
        }
        for (Pattern pattern : List.of(DAY_MONTH, MONTH_DAY)) {
            Matcher named = pattern.matcher(text);
            while (named.find()) {
                add(found, named, year(named.group("year")), month(named.group("month")), number(named.group("day")), today);
            }
        }
        return found;
    }

    private static void add(List<Days> found, Matcher at, @Nullable Integer year, int month, int day, LocalDate today) {
        date(year == null ? today.getYear() : year, month, day)
                .map(date -> year == null && date.isAfter(today) ? date.minusYears(1) : date)
                .ifPresent(date -> found.add(new Days(at.start(), at.end(), date, date)));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int month(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        Integer whole = MONTHS.get(lower);
        return whole != null ? whole : MONTHS.getOrDefault(lower.substring(0, Math.min(3, lower.length())), 0);
    }

    private static @Nullable Integer year(@Nullable String written) {
        return written == null ? null : Integer.valueOf(written.length() == 2 ? 2000 + number(written) : number(written));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
