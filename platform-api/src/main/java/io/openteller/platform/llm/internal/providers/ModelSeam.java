package io.openteller.platform.llm.internal.providers;

import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where the router ends: one question to one model of the current bank. */
public interface ModelSeam {

    /**
     * @param within the caller waits no longer; interrupting it ends the call at once
     * @param pieces null to take the answer as a whole; told nothing after this method has returned
     */
    ChatResult ask(
            String plugin, String callId, ChatRequest question, Duration within, @Nullable Predicate<String> pieces);
}
