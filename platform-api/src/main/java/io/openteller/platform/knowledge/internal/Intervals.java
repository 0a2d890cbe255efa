package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When each approved version of one document is in force. At any moment it is at most one: whichever took effect last. A
 * version that ends leaves nothing behind it in force.
 */
final class Intervals {

    private final Map<Integer, Interval> byVersion;

    private Intervals(Map<Integer, Interval> byVersion) {
        this.byVersion = byVersion;
    }

    private record Approved(int version, Effect effect) {

        /** Of two that take effect at the same moment, what was approved later counts. */
        static final Comparator<Approved> ORDER = Comparator.comparing((Approved one) -> one.effect().from())
                .thenComparing(one -> one.effect().approvedAt())
                .thenComparing(Approved::version);

        /** Revoked before its time it never took effect, and so superseded nothing. */
        boolean tookEffect() {
            Instant end = effect.ownEnd();
            return end == null || effect.from().isBefore(end);
        }
    }

    /** @param effects of the approved versions, by number */
    static Intervals of(Map<Integer, Effect> effects) {
        List<Approved> order = new ArrayList<>();
        effects.forEach((version, effect) -> {
            Approved approved = new Approved(version, effect);
            if (approved.tookEffect()) {
                order.add(approved);
            }
        });
        order.sort(Approved.ORDER);
        Map<Integer, Interval> intervals = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            Approved one = order.get(i);
            Instant next = i + 1 < order.size() ? order.get(i + 1).effect().from() : null;
            Interval interval = interval(one.effect(), next);
            if (interval != null) {
                intervals.put(one.version(), interval);
            }
        }
        return new Intervals(intervals);
    }

    /** @return null if another took its place at the moment at which it would have begun */
    private static @Nullable Interval interval(Effect effect, @Nullable Instant next) {
        Instant until = Effect.earlier(effect.ownEnd(), next);
        if (until == null) {
            return new Interval(effect.from(), null, Standing.SUPERSEDED);
        }
        if (!effect.from().isBefore(until)) {
            return null;
        }
        return new Interval(effect.from(), until, end(effect, until));
    }

    private static Standing end(Effect effect, Instant until) {
        if (Objects.equals(until, effect.revokedAt())) {
            return Standing.REVOKED;
        }
        return Objects.equals(until, effect.effectiveUntil()) ? Standing.EXPIRED : Standing.SUPERSEDED;
    }

    /** Empty if the version never was in force and is not going to be. */
    Optional<Interval> of(int version) {
        return Optional.ofNullable(byVersion.get(version));
    }

    Optional<Integer> inForceAt(Instant moment) {
        return byVersion.entrySet().stream()
                .filter(one -> one.getValue().at(moment) == Standing.EFFECTIVE)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
