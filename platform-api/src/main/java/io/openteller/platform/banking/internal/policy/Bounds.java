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

    /** Whether whatever {@code other} stops is stopped by this one too, each part compared with its like. */
    public boolean isAsStrictAs(Bounds other) {
        return (off || !other.off)
                && (approval || !other.approval)
                && other.limits.stream().allMatch(limit -> limits.stream().anyMatch(own -> covers(own, limit)))
                && other.aboveMinor.entrySet().stream().allMatch(line -> within(aboveMinor, line));
    }

    private static boolean covers(Limit own, Limit other) {
        Integer most = own.count();
        Integer otherMost = other.count();
        return own.scope() == other.scope()
                && own.days() == other.days()
                && (otherMost == null || most != null && most <= otherMost)
                && other.minor().entrySet().stream().allMatch(line -> within(own.minor(), line));
    }

    private static boolean within(Map<String, Long> own, Map.Entry<String, Long> other) {
        Long line = own.get(other.getKey());
        return line != null && line <= other.getValue();
    }
}
