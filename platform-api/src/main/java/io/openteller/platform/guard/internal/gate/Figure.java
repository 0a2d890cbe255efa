package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim;
import java.math.BigDecimal;

/**
 * A figure as a text states it.
 *
 * @param value in the unit's base: whole units of money, per cent, seconds or months, minutes of a day, the number itself
 * @param exact digits, or day, month and year, where a number is not what counts; empty otherwise
 * @param unit ISO currency, {@code %}, {@code second}, {@code month}, {@code working day}, {@code x} for times; may be empty
 * @param period what it is reckoned by, such as {@code day} or {@code transaction}; empty if not said right there
 */
record Figure(Claim.Kind kind, BigDecimal value, String exact, String unit, Bound bound, String period, int start, int end) {

    Figure bounded(Bound other) {
        return new Figure(kind, value, exact, unit, other, period, start, end);
    }

    Figure per(String other) {
        return new Figure(kind, value, exact, unit, bound, other, start, end);
    }

    Figure in(Claim.Kind otherKind, BigDecimal otherValue, String otherUnit) {
        return new Figure(otherKind, otherValue, exact, otherUnit, bound, period, start, end);
    }

    /** Whether the two are the same quantity; says nothing of bounds and periods. */
    boolean sameQuantity(Figure other) {
        if (kind == Claim.Kind.DATE || other.kind == Claim.Kind.DATE) {
            return kind == other.kind && CalendarDates.saidBy(exact, other.exact);
        }
        if (kind == Claim.Kind.DIGITS || other.kind == Claim.Kind.DIGITS) {
            return sameDigits(other);
        }
        return unit.equals(other.unit) && value.compareTo(other.value) == 0;
    }

    /** Four or more last digits stand for a longer number. */
    private boolean sameDigits(Figure other) {
        String mine = digits();
        String theirs = other.digits();
        return mine.equals(theirs)
                || mine.length() == 4 && theirs.length() > 4 && theirs.endsWith(mine) && kind == Claim.Kind.DIGITS;
    }

    private String digits() {
        return exact.isEmpty() ? value.stripTrailingZeros().toPlainString() : exact;
    }

    boolean sameSort(Figure other) {
        return kind == other.kind && unit.equals(other.unit);
    }
}
