package io.openteller.platform.training.internal;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** What a threshold costs and what it is good for, on examples that the model was not taught. */
final class ScopeTradeOff {

    /** The intent of examples that are about nothing the bank does, where there is one. */
    private static final String OFF_TOPIC = "out_of_scope";

    /** Shares of the bank's own requests that a threshold is shown for. */
    private static final double[] REFUSED = {0, 0.005, 0.01, 0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.3};

    private static final double STEP = 1000;

    private ScopeTradeOff() {}

    /**
     * What becomes of messages with one threshold.
     *
     * @param inScopeAccuracy share of the examples that are accepted and understood, by a model without the example
     * @param accepted share of the examples that are not refused
     * @param outOfScopeRecall share of the examples that are refused, rightly, by a model that was not taught their intent at
     *     all: requests from the same field that nobody thought of
     * @param offTopicRecall share of the examples of “out_of_scope” that are refused or known for what they are; null where the
     *     model has none
     */
    @Serdeable
    record Point(
            double threshold,
            double inScopeAccuracy,
            double accepted,
            double outOfScopeRecall,
            @Nullable Double offTopicRecall) {}

    /** From no threshold up; empty for a model that was trained before scopes were kept. */
    static List<Point> of(List<HeldOutGuess> heldOut, @Nullable Double chosen) {
        List<HeldOutGuess> known =
                heldOut.stream().filter(one -> one.scope() != null).toList();
        List<HeldOutGuess> own = known.stream()
                .filter(one -> !one.intent().equals(OFF_TOPIC))
                .toList();
        List<HeldOutGuess> offTopic = known.stream()
                .filter(one -> one.intent().equals(OFF_TOPIC))
                .toList();
        if (own.isEmpty()) {
            return List.of();
        }
        double[] scopes = own.stream().mapToDouble(ScopeTradeOff::scope).sorted().toArray();
        DoubleStream quantiles = DoubleStream.of(REFUSED)
                .map(share -> share == 0 ? 0 : Math.floor(scopes[(int) (share * scopes.length)] * STEP) / STEP);
        return DoubleStream.concat(quantiles, chosen == null ? DoubleStream.empty() : DoubleStream.of(chosen))
                .sorted()
                .distinct()
                .mapToObj(threshold -> point(threshold, own, offTopic))
                .toList();
    }

    private static Point point(double threshold, List<HeldOutGuess> own, List<HeldOutGuess> offTopic) {
        double accepted = own.stream().filter(one -> scope(one) >= threshold).count();
        double right = own.stream()
                .filter(one -> scope(one) >= threshold && one.right())
                .count();
        double refused = own.stream()
                .filter(one -> Objects.requireNonNullElse(one.strangeScope(), 0.0) < threshold)
                .count();
        double known = offTopic.stream()
                .filter(one -> scope(one) < threshold || one.right())
                .count();
        return new Point(
                threshold,
                right / own.size(),
                accepted / own.size(),
                refused / own.size(),
                offTopic.isEmpty() ? null : known / offTopic.size());
    }

    private static double scope(HeldOutGuess one) {
        return Objects.requireNonNullElse(one.scope(), 1.0);
    }
}
