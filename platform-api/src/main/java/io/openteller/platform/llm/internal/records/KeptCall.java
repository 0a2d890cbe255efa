package io.openteller.platform.llm.internal.records;

import io.openteller.platform.llm.ModelCall;
import io.openteller.platform.llm.internal.providers.Question;
import io.openteller.platform.tenancy.Tenant;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call that left for a model, with what was asked and said: as it left and came, with tokens for personal values.
 *
 * @param model as the route names it; {@code call} has the name that the server gave
 * @param shadowOf the call whose answer the customer got; null for a live call
 * @param agree how near a shadow's answer is to the live one, 0 to 1
 * @param costMicro millionths of the smallest unit of the bank's currency; null without a price
 * @param conversation null when it belonged to none
 */
public record KeptCall(
        Tenant bank,
        UUID id,
        Instant at,
        String model,
        ModelCall call,
        Question question,
        String said,
        boolean streamed,
        @Nullable Long firstTokenMillis,
        @Nullable Long costMicro,
        @Nullable UUID conversation,
        @Nullable UUID shadowOf,
        @Nullable Double agree) {}
