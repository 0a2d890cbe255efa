package io.openteller.plugins.sandbox.operations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Equal monthly instalments: interest on what is left, at a twelfth of the yearly rate, and the rest pays back. */
final class Amortisation {

    private static final BigDecimal BASIS = BigDecimal.valueOf(10_000);

    private Amortisation() {}

    record Instalment(LocalDate dueOn, long principal, long interest) {}

    /**
     * The next ones, in minor units; the last one is what is left.
     *
     * @param rateBps yearly, in hundredths of a per cent
     * @param count at most so many
     */
    static List<Instalment> of(long outstanding, int rateBps, long instalment, LocalDate firstDue, int count) {
        List<Instalment> instalments = new ArrayList<>();
        long left = outstanding;
        for (int i = 0; i < count && left > 0; i++) {
            long interest = share(left, rateBps, 1, 12);
            if (interest >= instalment) {
                throw new IllegalStateException("the instalment does not even pay the interest");
            }
            long principal = Math.min(left, instalment - interest);
            instalments.add(new Instalment(firstDue.plusMonths(i), principal, interest));
            left -= principal;
        }
        return instalments;
    }

    static long interestOfDays(long outstanding, int rateBps, long days) {
        return share(outstanding, rateBps, days, 365);
    }

    private static long share(long outstanding, int rateBps, long parts, long ofYear) {
        return BigDecimal.valueOf(outstanding)
                .multiply(BigDecimal.valueOf(rateBps))
                .multiply(BigDecimal.valueOf(parts))
                .divide(BASIS.multiply(BigDecimal.valueOf(ofYear)), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
