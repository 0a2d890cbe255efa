package io.openteller.procedures.machine.reading;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Single days. One without a year is the last that has been, since customers mostly speak of what happened; so is Hindi's one
 * word for yesterday and tomorrow, unless it is said to be coming.
 */
public final class Days {

    private static final String NO_WORD_BEFORE = "(?<![\\p{L}\\p{M}\\d])";
    private static final String NO_WORD_AFTER = "(?![\\p{L}\\p{M}\\d])";
    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Map<String, Integer> FROM_TODAY = new HashMap<>();
    private static final Map<String, DayOfWeek> WEEK = new HashMap<>();
    private static final Map<String, Integer> COUNTS = new HashMap<>();

    static {
        put(MONTHS, 1, "january jan janvari जनवरी");
        put(MONTHS, 2, "february feb farvari फरवरी");
        put(MONTHS, 3, "march mar मार्च");
        put(MONTHS, 4, "april apr अप्रैल");
        put(MONTHS, 5, "may mai मई");
        put(MONTHS, 6, "june jun जून");
        put(MONTHS, 7, "july jul julai जुलाई");
        put(MONTHS, 8, "august aug agast अगस्त");
        put(MONTHS, 9, "september sept sep sitambar सितंबर सितम्बर");
        put(MONTHS, 10, "october oct aktubar अक्टूबर अक्तूबर");
        put(MONTHS, 11, "november nov navambar नवंबर नवम्बर");
        put(MONTHS, 12, "december dec disambar दिसंबर दिसम्बर");
        put(FROM_TODAY, 0, "today tonight aaj आज");
        put(FROM_TODAY, -1, "yesterday kal कल");
        put(FROM_TODAY, 1, "tomorrow");
        put(FROM_TODAY, -2, "parso parson परसों परसो");
        put(WEEK, DayOfWeek.MONDAY, "monday somvaar somvar somwar सोमवार");
        put(WEEK, DayOfWeek.TUESDAY, "tuesday mangalvar mangalwar मंगलवार");
        put(WEEK, DayOfWeek.WEDNESDAY, "wednesday budhvar budhwar बुधवार");
        put(WEEK, DayOfWeek.THURSDAY, "thursday guruvar guruwar गुरुवार");
        put(WEEK, DayOfWeek.FRIDAY, "friday shukravar shukrawar शुक्रवार");
        put(WEEK, DayOfWeek.SATURDAY, "saturday shanivar shaniwar शनिवार");
        put(WEEK, DayOfWeek.SUNDAY, "sunday ravivar raviwar itvar रविवार");
        put(COUNTS, 1, "a an one ek एक");
        put(COUNTS, 2, "two do दो");
        put(COUNTS, 3, "three teen तीन");
        put(COUNTS, 4, "four char chaar चार");
        put(COUNTS, 5, "five paanch panch पांच");
        put(COUNTS, 6, "six chhe छह");
        put(COUNTS, 7, "seven saat सात");
        put(COUNTS, 10, "ten das दस");
    }

    private static final Pattern ISO = Pattern.compile("(?<!\\d)(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?!\\d)");
    private static final Pattern FIGURES = Pattern.compile(
            "(?<![\\d/.-])(?<day>\\d{1,2})(?:/(?<month>\\d{1,2})(?:/(?<year>\\d{4}|\\d{2}))?|(?<by>[.-])(?<month2>\\d{1"
                    + ",2})\\k<by>(?<year2>\\d{4}|\\d{2}))(?![\\d/])");
    private static final Pattern DAY_MONTH = Words.pattern(NO_WORD_BEFORE + "(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s*(?:of\\s+)?(?<month>"
            + words(MONTHS) + ")" + "(?![\\p{L}\\p{M}])" + "(?:[,.]?\\s*(?<year>(?:19|20)\\d{2}))?(?!\\d)");
    private static final Pattern MONTH_DAY = Words.pattern(NO_WORD_BEFORE + "(?<month>" + words(MONTHS)
            + ")\\s+(?:the\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d.,]*\\d)(?:,?\\s*(?<year>(?:19|20)\\d{2}))?" + NO_WORD_AFTER);
    private static final Pattern AGO = Words.pattern(NO_WORD_BEFORE + "(?<count>\\d{1,3}|" + words(COUNTS)
            + ")\\s+(?<unit>days?|weeks?|months?|din|hafte|mahine|दिन|हफ्ते|महीने)\\s+(?:ago|back|before|pehle|pahle|पहले)" + NO_WORD_AFTER);
    private static final Pattern NEAR = Words.pattern(NO_WORD_BEFORE
            + "(?<coming>aane wale?|aane wala|आने वाले|आने वाला|next|agle|अगले)?\\s*(?<before>(?:the )?day before |(?:the )?day"
            + " after )?(?<word>"
            + words(FROM_TODAY) + ")" + NO_WORD_AFTER);
    private static final Pattern WEEKDAY = Words.pattern(NO_WORD_BEFORE + "(?<next>next|coming|agle|अगले)?\\s*(?<word>" + words(WEEK) + ")"
            + NO_WORD_AFTER);

    private Days() {}

    /** Each day is found once. */
    public static List<Found<LocalDate>> in(String message, LocalDate today) {
        String plain = Words.plain(message);
        List<Found<LocalDate>> found = new ArrayList<>();
        each(ISO, plain, at -> calendar(at.group("year"), at.group("month"), at.group("day"), today), found);
        each(FIGURES, plain, at -> figures(at, today), found);
        each(DAY_MONTH, plain, at -> named(at, today), found);
        each(MONTH_DAY, plain, at -> named(at, today), found);
        each(AGO, plain, at -> Optional.of(ago(at, today)), found);
        each(NEAR, plain, at -> Optional.of(near(at, today)), found);
        each(WEEKDAY, plain, at -> Optional.of(weekday(at, today)), found);
        return found;
    }

    static List<Found<LocalDate>> spans(String plain) {
        return in(plain, LocalDate.EPOCH);
    }

    private static void each(
            Pattern pattern,
            String plain,
            java.util.function.Function<Matcher, Optional<LocalDate>> read,
            List<Found<LocalDate>> found) {
        Matcher at = pattern.matcher(plain);
        while (at.find()) {
            Optional<LocalDate> day = read.apply(at);
            if (day.isPresent()) {
                Found<LocalDate> one = new Found<>(day.get(), at.start(), at.end());
                if (found.stream().noneMatch(one::overlaps)) {
                    found.add(one);
                }
            }
        }
    }

    private static Optional<LocalDate> figures(Matcher at, LocalDate today) {
        String month = at.group("month") == null ? at.group("month2") : at.group("month");
        String year = at.group("year") == null ? at.group("year2") : at.group("year");
        return Integer.parseInt(month) > 12
                ? calendar(year, at.group("day"), month, today)
                : calendar(year, month, at.group("day"), today);
    }

    private static Optional<LocalDate> named(Matcher at, LocalDate today) {
        return calendar(at.group("year"), String.valueOf(MONTHS.get(at.group("month"))), at.group("day"), today);
    }

    private static Optional<LocalDate> calendar(@Nullable String year, String month, String day, LocalDate today) {
        try {
            int full = year == null ? today.getYear() : Integer.parseInt(year.length() == 2 ? "20" + year : year);
            LocalDate date = LocalDate.of(full, Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of(year == null && date.isAfter(today) ? date.minusYears(1) : date);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static LocalDate ago(Matcher at, LocalDate today) {
        String count = at.group("count");
        int many = Character.isDigit(count.charAt(0)) ? Integer.parseInt(count) : COUNTS.getOrDefault(count, 1);
        return switch (at.group("unit").charAt(0)) {
            case 'w', 'h', 'ह' -> today.minusWeeks(many);
            case 'm', 'म' -> today.minusMonths(many);
            default -> today.minusDays(many);
        };
    }

    private static LocalDate near(Matcher at, LocalDate today) {
        int days = FROM_TODAY.getOrDefault(at.group("word"), 0);
        String before = at.group("before");
        if (before != null && Math.abs(days) == 1) {
            days *= 2;
        }
        return today.plusDays(at.group("coming") != null ? Math.abs(days) : days);
    }

    private static LocalDate weekday(Matcher at, LocalDate today) {
        DayOfWeek day = WEEK.getOrDefault(at.group("word"), DayOfWeek.MONDAY);
        return today.with(at.group("next") != null ? TemporalAdjusters.next(day) : TemporalAdjusters.previous(day));
    }

    private static <T> void put(Map<String, T> map, T value, String words) {
        for (String word : words.split(" ")) {
            map.put(Words.plain(word), value);
        }
    }

    private static String words(Map<String, ?> map) {
        return String.join(
                "|", map.keySet().stream().sorted(java.util.Comparator.comparing(String::length).reversed()).toList());
    }
}
