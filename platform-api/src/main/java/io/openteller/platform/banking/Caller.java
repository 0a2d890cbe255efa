package io.openteller.platform.banking;

import io.openteller.spi.Capability.Assurance;

/**
 * For whom something is done, and on what ground.
 *
 * @param assurance how sure the bank is that it is this customer who asks
 */
public record Caller(String customerRef, Assurance assurance) {

    /** A member of staff who looks at a customer's record, with a permission of their own. */
    public static Caller staffFor(String customerRef) {
        return new Caller(customerRef, Assurance.STEPPED_UP);
    }
}
