package io.openteller.procedures.machine.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of a day: 5 pm, 17:30, subah 9 baje. Without a day, the last that has been. */
public final class Moments {

    private static final Pattern CLOCK = Words.pattern("(?<![\\d.:/-])(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))?\\s*(?<half>am"
            + "|pm|a\\.m\\.|p\\.m\\.|baje|बजे)?(?![\\d:/-])");
    private static final Pattern EVENING = Words.pattern(" (?:shaam|sham|raat|dopahar|evening|night|afternoon|शाम|रात|दोपहर) ");

    private Moments() {}

    public static Optional<Instant> of(String message, Instant now, ZoneId zone) {
        String plain = Words.plain(message);
        LocalDate today = now.atZone(zone).toLocalDate();
        Optional<Found<LocalDate>> day = Found.only(Days.in(message, today));
        Matcher clock = CLOCK.matcher(plain);
        while (clock.find()) {
            boolean marked = clock.group("half") != null || clock.group("minute") != null;
            if (marked) {
                return time(clock, Words.spaced(message))
                        .map(time -> moment(day.map(Found::value), time, now, zone));
            }
        }
        return Optional.empty();
    }

    private static Instant moment(Optional<LocalDate> day, LocalTime time, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant at = day.orElse(today).atTime(time).atZone(zone).toInstant();
        return day.isEmpty() && at.isAfter(now) ? today.minusDays(1).atTime(time).atZone(zone).toInstant() : at;
    }

    private static Optional<LocalTime> time(Matcher clock, String said) {
        try {
            int hour = Integer.parseInt(clock.group("hour"));
            int minute = clock.group("minute") == null ? 0 : Integer.parseInt(clock.group("minute"));
            String half = clock.group("half") == null ? "" : clock.group("half");
            boolean later = half.startsWith("p") || !half.startsWith("a") && EVENING.matcher(said).find();
            int full = half.startsWith("a") && hour == 12 ? 0 : later && hour < 12 ? hour + 12 : hour;
            return Optional.of(LocalTime.of(full, minute));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
