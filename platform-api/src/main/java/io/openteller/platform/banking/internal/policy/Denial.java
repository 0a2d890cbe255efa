package io.openteller.platform.banking.internal.policy;

import io.openteller.platform.banking.Ruling;

/** @param particular what is particular to this case, without personal data; may be empty */
public record Denial(Rule rule, String particular) {

    public Denial(Rule rule) {
        this(rule, "");
    }

    public Ruling.Denied ruling() {
        return new Ruling.Denied(rule.id(), particular.isEmpty() ? rule.sentence() : rule.sentence() + ": " + particular);
    }
}
