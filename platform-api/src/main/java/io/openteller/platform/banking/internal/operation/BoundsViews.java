package io.openteller.platform.banking.internal.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.operations.OperationSpec.Limit;
import io.openteller.platform.banking.internal.policy.Bounds;
import io.openteller.platform.banking.internal.policy.BoundsChange;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A bank's bounds as staff read and write them. */
final class BoundsViews {

    private static final int MOST_DAYS = 366;

    private BoundsViews() {}

    @Serdeable
    record BoundsList(Map<String, OperationBounds> bounds) {}

    /** One of {@code count} and {@code minor}, over {@code days} days; 0 days for a single call. */
    @Serdeable
    record BoundsLimit(Limit.@Nullable Scope scope, int days, @Nullable Integer count, @Nullable Map<String, Long> minor) {}

    /**
     * Stricter bounds of one operation.
     *
     * @param off whether nobody may do it
     * @param approval whether a colleague must agree to every call
     * @param aboveMinor per currency: a colleague must agree above this
     */
    @Serdeable
    record OperationBounds(
            boolean off,
            boolean approval,
            @Nullable List<BoundsLimit> limits,
            @Nullable Map<String, Long> aboveMinor) {}

    @Serdeable
    record BoundsChangeList(List<BoundsChangeView> changes) {}

    /**
     * What somebody wanted.
     *
     * @param mine whether it was you
     * @param decidedReason of a refusal
     */
    @Serdeable
    record BoundsChangeView(
            UUID id,
            String operation,
            OperationBounds bounds,
            String reason,
            String askedBy,
            Instant askedAt,
            boolean mine,
            BoundsChange.State state,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decidedReason) {}

    static BoundsChangeView view(BoundsChange one) {
        return new BoundsChangeView(
                one.id(),
                one.operation(),
                view(one.bounds()),
                one.reason(),
                one.askedName(),
                one.askedAt(),
                CurrentStaff.get().id().equals(one.askedBy()),
                one.state(),
                one.decidedName(),
                one.decidedAt(),
                one.decidedReason());
    }

    static Bounds bounds(OperationBounds wanted) {
        List<Limit> limits = Objects.requireNonNullElse(wanted.limits(), List.<BoundsLimit>of()).stream()
                .map(BoundsViews::limit)
                .toList();
        Map<String, Long> lines = Objects.requireNonNullElse(wanted.aboveMinor(), Map.of());
        if (lines.values().stream().anyMatch(line -> line < 0)) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "A line is an amount of 0 or more");
        }
        return new Bounds(wanted.off(), wanted.approval(), limits, lines);
    }

    private static Limit limit(BoundsLimit wanted) {
        Map<String, Long> minor = Objects.requireNonNullElse(wanted.minor(), Map.of());
        Integer count = wanted.count();
        boolean one = count == null ? !minor.isEmpty() : minor.isEmpty() && count >= 0 && wanted.days() > 0;
        boolean sensible = wanted.days() >= 0 && wanted.days() <= MOST_DAYS && minor.values().stream().allMatch(most -> most >= 0);
        if (!one || !sensible || wanted.scope() == null) {
            throw new ProblemException(
                    ErrorCode.MALFORMED_REQUEST,
                    "A limit has a scope, from 0 to 366 days, and either a count or amounts, of 0 or more");
        }
        return new Limit(wanted.scope(), wanted.days(), count, minor);
    }

    static OperationBounds view(Bounds bounds) {
        return new OperationBounds(
                bounds.off(),
                bounds.approval(),
                bounds.limits().stream()
                        .map(limit -> new BoundsLimit(limit.scope(), limit.days(), limit.count(), limit.minor()))
                        .toList(),
                bounds.aboveMinor());
    }
}
