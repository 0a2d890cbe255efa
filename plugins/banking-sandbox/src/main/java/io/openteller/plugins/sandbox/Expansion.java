package io.openteller.plugins.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Two years of entries from what a data set says of one account: the same for the same account and day. */
final class Expansion {

    private static final int MONTHS = 24;

    private Expansion() {}

    record Entry(Instant at, long amountMinor, String merchant, String category, String kind) {}

    /** Oldest first. */
    static List<Entry> of(Dataset.Account account, LocalDate today) {
        Random random = new Random(account.ref().hashCode());
        List<Entry> entries = new ArrayList<>();
        for (YearMonth month = YearMonth.from(today).minusMonths(MONTHS);
                !month.isAfter(YearMonth.from(today));
                month = month.plusMonths(1)) {
            month(account, month, random, entries);
        }
        entries.removeIf(entry -> !entry.at().isBefore(startOf(today)));
        if (account.special() != null) {
            for (Dataset.Special one : account.special()) {
                entries.add(entry(
                        today.minusDays(one.daysAgo()), random, one.amountMinor(), one.merchant(), one.category(), one.kind()));
            }
        }
        entries.sort(Comparator.comparing(Entry::at));
        return entries;
    }

    private static void month(Dataset.Account account, YearMonth month, Random random, List<Entry> entries) {
        if (account.monthly() != null) {
            for (Dataset.Monthly one : account.monthly()) {
                LocalDate day = month.atDay(Math.min(one.day(), month.lengthOfMonth()));
                entries.add(entry(day, random, one.amountMinor(), one.merchant(), one.category(), one.kind()));
            }
        }
        if (account.habits() == null) {
            return;
        }
        for (Dataset.Habit habit : account.habits()) {
            int times = (int) Math.floor(habit.perMonth() + random.nextDouble());
            for (int i = 0; i < times; i++) {
                LocalDate day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
                long amount = habit.minMinor() + (long) (random.nextDouble() * (habit.maxMinor() - habit.minMinor()));
                String merchant = habit.merchants().get(random.nextInt(habit.merchants().size()));
                entries.add(entry(day, random, -amount, merchant, habit.category(), habit.kind()));
            }
        }
    }

    private static Entry entry(
            LocalDate day, Random random, long amount, String merchant, String category, String kind) {
        Instant at = startOf(day).plusSeconds(6 * 3600L + random.nextInt(15 * 3600));
        return new Entry(at, amount, merchant, category, kind);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
