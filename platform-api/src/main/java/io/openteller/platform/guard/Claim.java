package io.openteller.platform.guard;

import java.math.BigDecimal;

/**
 * One checkable figure in a text.
 *
 * @param value in the unit's base: whole currency units for money, per cent for rates, the plain number otherwise
 * @param unit ISO currency, {@code %}, a lower-case singular time unit or counted noun class, or empty for a bare number
 * @param start position of the first character in the text, inclusive
 * @param end position after the last character
 */
public record Claim(BigDecimal value, String unit, int start, int end) {

    public boolean saysTheSameAs(Claim other) {
        return unit.equals(other.unit) && value.compareTo(other.value) == 0;
    }
}
