package io.openteller.platform.insight.internal;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the assistant did over some days.
 *
 * @param conversations in which the customer said something
 * @param containedShare part of them that no person was asked for, 0 to 1; null if there were none
 * @param medianAnswerMillis from claim to decision; null if no turn was answered
 */
@Serdeable
record Overview(
        Instant from,
        Instant to,
        long conversations,
        long messages,
        @Nullable Double containedShare,
        @Nullable Double escalatedShare,
        @Nullable Double csatAverage,
        long csatCount,
        @Nullable Double medianAnswerMillis,
        @Nullable Double p95AnswerMillis,
        List<Day> byDay,
        List<ReasonCount> byReason,
        List<IntentCount> byIntent,
        List<LanguageCount> byLanguage,
        List<Unanswered> unanswered) {

    @Serdeable
    record Day(String day, long conversations, long contained, long escalated) {}

    @Serdeable
    record ReasonCount(String reason, long count) {}

    @Serdeable
    record IntentCount(String intent, long count, long contained) {}

    @Serdeable
    record LanguageCount(String language, long count) {}

    /** A question that the bank's documents did not answer. */
    @Serdeable
    record Unanswered(String text, Instant at, UUID conversationId, UUID turnId) {}
}
