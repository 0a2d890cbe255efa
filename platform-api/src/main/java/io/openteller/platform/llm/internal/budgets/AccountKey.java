package io.openteller.platform.llm.internal.budgets;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** @param account empty for the whole bank, else a task, {@code shadow}, or a customer by a digest */
record AccountKey(UUID bank, String account, Unit unit, Span span) {

    enum Unit {
        TOKENS,
        /** Millionths of the smallest unit of the bank's currency. */
        MONEY
    }

    enum Span {
        MINUTE,
        /** Of UTC. */
        DAY;

        Instant starts(Instant at) {
            return at.truncatedTo(this == MINUTE ? ChronoUnit.MINUTES : ChronoUnit.DAYS);
        }
    }
}
