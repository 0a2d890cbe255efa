package io.openteller.platform.turn;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a turn ended as it did, as auditors read it.
 *
 * @param route where the turn went
 * @param rule the rule that chose the route
 * @param signals risk signals with the words that raised them
 * @param source slug and version of the cited document; null when nothing was cited
 * @param coverage share of the question's words that the best passage had; null when knowledge was not asked
 * @param unsupported figures of the reply that its source did not have
 * @param millis time from claim to decision
 */
@Serdeable
public record Decision(
        Route route,
        String rule,
        List<String> signals,
        @Nullable String source,
        @Nullable Double coverage,
        List<String> unsupported,
        long millis) {

    /** Where a turn can go. */
    public enum Route {
        CONTAIN,
        ESCALATE,
        REFUSE
    }
}
