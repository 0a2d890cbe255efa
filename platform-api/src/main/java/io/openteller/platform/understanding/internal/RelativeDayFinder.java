package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.Entity.Days;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days told from today: yesterday, last Friday, three days ago, last month. Hindi has one word for yesterday and tomorrow;
 * it is taken for yesterday.
 */
final class RelativeDayFinder {

    private static final Map<String, Integer> DAYS = Map.ofEntries(
            Map.entry("today", 0), Map.entry("tonight", 0), Map.entry("this morning", 0), Map.entry("aaj", 0),
            Map.entry("आज", 0), Map.entry("yesterday", -1), Map.entry("last night", -1), Map.entry("kal", -1),
            Map.entry("कल", -1), Map.entry("the day before yesterday", -2), Map.entry("day before yesterday", -2),
            Map.entry("parso", -2), Map.entry("parson", -2), Map.entry("परसों", -2), Map.entry("tomorrow", 1),
            Map.entry("the day after tomorrow", 2), Map.entry("day after tomorrow", 2));

    private static final Map<String, DayOfWeek> WEEK = Map.ofEntries(
            Map.entry("mon", DayOfWeek.MONDAY), Map.entry("som", DayOfWeek.MONDAY), Map.entry("सोम", DayOfWeek.MONDAY),
            Map.entry("tue", DayOfWeek.TUESDAY), Map.entry("mang", DayOfWeek.TUESDAY), Map.entry("मंग", DayOfWeek.TUESDAY),
            Map.entry("wed", DayOfWeek.WEDNESDAY), Map.entry("budh", DayOfWeek.WEDNESDAY), Map.entry("बुध", DayOfWeek.WEDNESDAY),
            Map.entry("thu", DayOfWeek.THURSDAY), Map.entry("guru", DayOfWeek.THURSDAY), Map.entry("गुर", DayOfWeek.THURSDAY),
            Map.entry("fri", DayOfWeek.FRIDAY), Map.entry("shuk", DayOfWeek.FRIDAY), Map.entry("शुक", DayOfWeek.FRIDAY),
            Map.entry("sat", DayOfWeek.SATURDAY), Map.entry("shan", DayOfWeek.SATURDAY), Map.entry("शनि", DayOfWeek.SATURDAY),
            Map.entry("sun", DayOfWeek.SUNDAY), Map.entry("ravi", DayOfWeek.SUNDAY), Map.entry("रवि", DayOfWeek.SUNDAY));

    private static final Map<String, Integer> COUNTS = Map.ofEntries(
            Map.entry("a", 1), Map.entry("an", 1), Map.entry("one", 1), Map.entry("ek", 1), Map.entry("एक", 1),
            Map.entry("two", 2), Map.entry("couple of", 2), Map.entry("a couple of", 2), Map.entry("do", 2),
            Map.entry("दो", 2), Map.entry("three", 3), Map.entry("teen", 3), Map.entry("तीन", 3), Map.entry("four", 4),
            Map.entry("char", 4), Map.entry("चार", 4), Map.entry("five", 5), Map.entry("paanch", 5),
            Map.entry("पांच", 5), Map.entry("पाँच", 5), Map.entry("six", 6), Map.entry("seven", 7), Map.entry("ten", 10));

    private static final String NOT_IN_WORD = "(?<![\\p{L}\\p{M}])";
    private static final String WORD_ENDS = "(?![\\p{L}\\p{M}])";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern DAY = Pattern.compile(
            NOT_IN_WORD + "(the day before yesterday|day before yesterday|the day after tomorrow|day after tomorrow|today|tonight"
                    + "|this morning|yesterday|last night|tomorrow|aaj|kal|parson?|आज|कल|परसों)" + WORD_ENDS,
            FLAGS);
    private static final Pattern WEEKDAY = Pattern.compile(
            NOT_IN_WORD + "(?:(?<which>last|next|this|on|past|pichle|पिछले)\\s+)?(?<day>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun"
                    + "|somvaar|somwar|mangalvar|mangalwar|budhvar|budhwar|guruvar|guruwar|shukravar|shukrawar|shanivar|shaniwar"
                    + "|ravivar|raviwar|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार)(?<day2>day)?" + WORD_ENDS,
            FLAGS);
    private static final Pattern AGO = Pattern.compile(
            NOT_IN_WORD + "(?<count>\\p{Nd}{1,3}|a couple of|couple of|an?|one|two|three|four|five|six|seven|ten|ek|do|teen|char|paanch"
                    + "|एक|दो|तीन|चार|पांच|पाँच)\\s+(?<unit>days?|weeks?|months?|years?|din|hafte|mahine|saal|दिन|हफ्ते|महीने|साल)"
                    + "\\s+(?:ago|back|before|pehle|pahle|पहले)" + WORD_ENDS,
            FLAGS);
    private static final Pattern PERIOD = Pattern.compile(
            NOT_IN_WORD + "(?<which>last|this|past|pichle|pichhle|is|पिछले|इस)\\s+(?<unit>week|month|year|hafte|mahine|saal|हफ्ते|महीने|साल)"
                    + WORD_ENDS,
            FLAGS);

    private RelativeDayFinder() {}

    static List<Days> in(String text, LocalDate today) {
        List<Days> found = new ArrayList<>();
        Matcher ago = AGO.matcher(text);
        while (ago.find()) {
            String count = lower(ago, "count");
            int many = Character.isDigit(count.charAt(0)) ? Integer.parseInt(count) : COUNTS.getOrDefault(count, 1);
            add(found, ago, back(today, many, unit(lower(ago, "unit"))));
        }
        Matcher day = DAY.matcher(text);
        while (day.find()) {
            add(found, day, today.plusDays(DAYS.getOrDefault(day.group(1).toLowerCase(Locale.ROOT), 0)));
        }
        Matcher weekday = WEEKDAY.matcher(text);
        while (weekday.find()) {
            String name = lower(weekday, "day");
            // "sat", "sun" and "wed" are words of their own unless they stand as a day.
            boolean isDay = weekday.group("day2") != null || weekday.group("which") != null || name.length() > 3;
            DayOfWeek of = WEEK.entrySet().stream()
                    .filter(entry -> name.startsWith(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            if (isDay && of != null) {
                boolean next = "next".equals(weekday.group("which") == null ? "" : lower(weekday, "which"));
                add(found, weekday, today.with(next ? TemporalAdjusters.next(of) : TemporalAdjusters.previous(of)));
            }
        }
        Matcher period = PERIOD.matcher(text);
        while (period.find()) {
            boolean current = List.of("this", "is", "इस").contains(lower(period, "which"));
            found.add(period(period, current, unit(lower(period, "unit")), today));
        }
        return found;
    }

    private static Days period(Matcher at, boolean current, char unit, LocalDate today) {
        LocalDate first =
                switch (unit) {
                    case 'w' -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    case 'm' -> today.withDayOfMonth(1);
                    default -> today.withDayOfYear(1);
                };
        return current
                ? new Days(at.start(), at.end(), first, today)
                : new Days(at.start(), at.end(), back(first, 1, unit), first.minusDays(1));
    }

    private static LocalDate back(LocalDate from, int many, char unit) {
        return switch (unit) {
            case 'd' -> from.minusDays(many);
            case 'w' -> from.minusWeeks(many);
            case 'm' -> from.minusMonths(many);
            default -> from.minusYears(many);
        };
    }

    /** d, w, m or y. */
    private static char unit(String written) {
        return switch (written) {
            case "din", "दिन" -> 'd';
            case "hafte", "हफ्ते" -> 'w';
            case "mahine", "महीने" -> 'm';
            case "saal", "साल" -> 'y';
            default -> written.charAt(0);
        };
    }

    private static void add(List<Days> found, Matcher at, LocalDate day) {
        found.add(new Days(at.start(), at.end(), day, day));
    }

    private static String lower(Matcher matcher, String group) {
        return matcher.group(group).toLowerCase(Locale.ROOT);
    }
}
