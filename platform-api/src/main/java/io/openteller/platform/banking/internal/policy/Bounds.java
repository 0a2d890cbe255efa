package io.openteller.platform.banking.internal.policy;

import io.openteller.operations.OperationSpec.Limit;
import java.util.List;
import java.util.Map;

/**
 * Where a bank is stricter than the catalogue. It holds besides the catalogue's own, so whatever stands in it can only
 * tighten.
 *
 * @param off whether nobody may do it at all
 * @param approval whether a colleague must agree to every call
 * @param aboveMinor per currency, in minor units: a colleague must agree above this
 */
public record Bounds(boolean off, boolean approval, List<Limit> limits, Map<String, Long> aboveMinor) {

    public static final Bounds NONE = new Bounds(false, false, List.of(), Map.of());

    public Bounds {
        limits = List.copyOf(limits);
        aboveMinor = Map.copyOf(aboveMinor);
    }
}
