package io.openteller.platform.guard.internal.gate;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in the ways that people write them, as {@code year-month-day} with {@code ?} for what is not said. */
final class CalendarDates {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> HINDI_MONTHS = List.of("जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई",
            "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर");
    private static final String MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november"
            + "|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?|" + String.join("|", HINDI_MONTHS);
    private static final String DAY = "(?:3[01]|[12]\\d|0?[1-9])";
    private static final String YEAR = "(?:19|20)\\d\\d";

    static final Pattern PATTERN = Pattern.compile("(?<![\\p{L}\\d.,/-])(?:"
            + "(?<y1>" + YEAR + ")-(?<m1>\\d\\d?)-(?<d1>\\d\\d?)"
            + "|(?<d2>\\d\\d?)(?<sep>[/.-])(?<m2>\\d\\d?)\\k<sep>(?<y2>" + YEAR + "|\\d\\d)"
            + "|(?<d3>" + DAY + ")(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+(?<m3>" + MONTH + ")(?:,?[\\s-]+(?<y3>" + YEAR + "))?"
            + "|(?<m4>" + MONTH + ")\\s+(?<d4>" + DAY + ")(?:st|nd|rd|th)?(?!\\d)(?:,?\\s+(?<y4>" + YEAR + "))?"
            + "|(?<m5>" + MONTH + "),?\\s+(?<y5>" + YEAR + ")"
            + ")(?![\\d])");

    private CalendarDates() {}

    /** @return the date that a match of {@link #PATTERN} stands for; null if no calendar has it */
    static @Nullable String read(Matcher match) {
        for (int form = 1; form <= 5; form++) {
            String month = match.group("m" + form);
            if (month == null) {
                continue;
            }
            String day = form == 5 ? "?" : match.group("d" + form);
            String year = match.group("y" + form);
            String number = month.matches("\\d+") ? month : String.valueOf(monthNumber(month));
            // 02/13/2026 can only be the American way.
            boolean turned = form == 2 && Integer.parseInt(number) > 12;
            return turned ? written(year, day, number) : written(year, number, day);
        }
        return null;
    }

    /** Whether a source with the second date says the first: what is in both agrees, and the first has no more. */
    static boolean saidBy(String claimed, String source) {
        String[] mine = claimed.split("-", -1);
        String[] theirs = source.split("-", -1);
        for (int part = 0; part < 3; part++) {
            if (!mine[part].equals("?") && !mine[part].equals(theirs[part])) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String written(@Nullable String year, String month, String day) {
        int number = Integer.parseInt(month);
        if (number < 1 || number > 12 || !day.equals("?") && Integer.parseInt(day) > 31) {
            return null;
        }
        String full = year == null ? "?" : year.length() == 2 ? "20" + year : year;
        return full + "-" + number + "-" + (day.equals("?") ? day : String.valueOf(Integer.parseInt(day)));
    }

    private static int monthNumber(String name) {
        int hindi = HINDI_MONTHS.indexOf(name);
        String three = name.toLowerCase(Locale.ROOT).substring(0, Math.min(3, name.length()));
        return (hindi >= 0 ? hindi : MONTHS.indexOf(three)) + 1;
    }
}
