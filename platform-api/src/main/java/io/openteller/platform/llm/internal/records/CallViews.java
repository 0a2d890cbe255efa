package io.openteller.platform.llm.internal.records;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.llm.internal.records.CallReports.Agreement;
import io.openteller.platform.llm.internal.records.CallReports.Bucket;
import io.openteller.platform.llm.internal.records.CallReports.Row;
import io.openteller.platform.llm.internal.records.CallReports.Shadow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls as the console sees them. Costs are in the smallest unit of the bank's currency, with fractions. */
final class CallViews {

    private static final double MICRO = 1_000_000;

    private CallViews() {}

    private static @Nullable Double minor(@Nullable Long micros) {
        return micros == null ? null : micros / MICRO;
    }

    @Serdeable
    record UsageView(List<BucketView> items, String currency) {}

    @Serdeable
    record BucketView(
            Instant at,
            String task,
            String plugin,
            String model,
            long calls,
            long failed,
            long p50Millis,
            long p95Millis,
            @Nullable Long firstTokenP50Millis,
            long inputTokens,
            long outputTokens,
            double costMinor,
            long unpriced) {

        static BucketView of(Bucket one) {
            return new BucketView(
                    one.at(),
                    one.task(),
                    one.plugin(),
                    one.model(),
                    one.calls(),
                    one.failed(),
                    one.p50Millis(),
                    one.p95Millis(),
                    one.firstTokenP50Millis(),
                    one.inputTokens(),
                    one.outputTokens(),
                    one.costMicro() / MICRO,
                    one.unpriced());
        }
    }

    @Serdeable
    record CallsView(List<CallView> items) {}

    /** @param costMinor null when the model had no price @param shadowOf the live call; null for one that is live itself */
    @Serdeable
    record CallView(
            UUID id,
            Instant at,
            String task,
            String plugin,
            String model,
            String prompt,
            String outcome,
            String detail,
            long millis,
            int tokens,
            @Nullable Double costMinor,
            @Nullable UUID conversation,
            @Nullable UUID shadowOf) {

        static CallView of(Row row) {
            return new CallView(
                    row.id(),
                    row.at(),
                    row.task(),
                    row.plugin(),
                    row.model(),
                    row.prompt(),
                    row.outcome(),
                    row.detail(),
                    row.millis(),
                    row.inputTokens() + row.outputTokens(),
                    minor(row.costMicro()),
                    row.conversation(),
                    row.shadowOf());
        }
    }

    /**
     * @param served the model's name as the server gave it
     * @param asked with tokens for personal values, as {@code said}
     * @param shortened whether more was asked than is kept
     */
    @Serdeable
    record CallDetail(
            UUID id,
            Instant at,
            String task,
            String plugin,
            String model,
            String served,
            String prompt,
            String outcome,
            String detail,
            long millis,
            @Nullable Long firstTokenMillis,
            int inputTokens,
            int outputTokens,
            int tokens,
            @Nullable Double costMinor,
            @Nullable UUID conversation,
            @Nullable UUID shadowOf,
            boolean streamed,
            String system,
            String asked,
            String said,
            boolean shortened) {

        static CallDetail of(Row row, String system) {
            return new CallDetail(
                    row.id(),
                    row.at(),
                    row.task(),
                    row.plugin(),
                    row.model(),
                    row.served(),
                    row.prompt(),
                    row.outcome(),
                    row.detail(),
                    row.millis(),
                    row.firstTokenMillis(),
                    row.inputTokens(),
                    row.outputTokens(),
                    row.inputTokens() + row.outputTokens(),
                    minor(row.costMicro()),
                    row.conversation(),
                    row.shadowOf(),
                    row.streamed(),
                    system,
                    row.asked(),
                    row.said(),
                    row.shortened());
        }
    }

    /** @param same whether the model said the same again, to the letter; null when it said nothing */
    @Serdeable
    record Replayed(
            @Nullable String said,
            @Nullable String why,
            @Nullable Boolean same,
            double agree,
            long millis,
            int tokens,
            UUID id) {}

    @Serdeable
    record ShadowsView(List<ShadowView> items, Summary summary) {}

    @Serdeable
    record SaidBy(String plugin, String model, @Nullable String said) {}

    /** @param agree null when the candidate said nothing of use: see outcome */
    @Serdeable
    record ShadowView(
            UUID id,
            Instant at,
            String task,
            SaidBy live,
            SaidBy candidate,
            String outcome,
            @Nullable Double agree,
            long liveMillis,
            long candidateMillis) {

        static ShadowView of(Shadow one) {
            return new ShadowView(
                    one.id(),
                    one.at(),
                    one.task(),
                    new SaidBy(one.livePlugin(), one.liveModel(), one.liveSaid()),
                    new SaidBy(one.plugin(), one.model(), one.said().isEmpty() ? null : one.said()),
                    one.outcome(),
                    one.agree(),
                    one.liveMillis(),
                    one.millis());
        }
    }

    @Serdeable
    record Summary(long count, long answered, double meanAgreement, long liveP50Millis, long candidateP50Millis) {

        static Summary of(Agreement all) {
            return new Summary(
                    all.count(), all.answered(), all.meanAgreement(), all.liveP50Millis(), all.candidateP50Millis());
        }
    }

}
