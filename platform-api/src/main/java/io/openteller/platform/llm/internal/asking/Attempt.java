package io.openteller.platform.llm.internal.asking;

import io.openteller.platform.llm.Outcome;
import io.openteller.platform.llm.Outcome.NoModel;
import io.openteller.platform.llm.internal.budgets.Budgets.Held;
import io.openteller.platform.llm.internal.providers.Question;
import io.openteller.platform.llm.internal.routes.Candidate;
import io.openteller.platform.llm.internal.routes.Price;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Whether a candidate is asked. */
sealed interface Attempt {

    /** It is not, and nothing is set aside. */
    record Kept(NoModel outcome) implements Attempt {}

    /**
     * It will be, and must be: a place, a part of the budget and the model's trust are held for it.
     *
     * @param id of the call, for its record and for the plugin
     */
    record Let(
            UUID id,
            Candidate candidate,
            Question question,
            Duration within,
            Semaphore place,
            Held held,
            @Nullable Price price)
            implements Attempt {}

    /** What came of one. @param firstMillis until its first piece; null where none was waited for */
    record Done(UUID id, Outcome outcome, @Nullable Long firstMillis) {}
}
