package io.openteller.platform.plugin;

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.pf4j.ExtensionPoint;

/** Calls a plugin of the current bank for somebody who is still writing what it runs on. Nothing is learnt from it. */
public interface Trials {

    /**
     * Under the bank's own settings, on or off: the addresses and secrets that it has, and no others.
     *
     * @param published what to try in the place of what is published
     * @throws io.openteller.platform.problem.ProblemException if the plugin is not installed, or its settings are not complete
     */
    <P extends ExtensionPoint, R> Tried<R> call(
            String plugin,
            Class<P> point,
            Map<String, String> published,
            Duration within,
            BiFunction<P, CallContext, Outcome<R>> work);

    /** @param exchanges in their order; secrets are masked */
    record Tried<R>(CallOutcome<R> outcome, List<Exchange> exchanges) {}

    /**
     * One request and what came back.
     *
     * @param status null where no answer began; {@code fault} says why then
     * @param answer its beginning, as text
     */
    record Exchange(
            String method,
            String address,
            Map<String, String> headers,
            String body,
            @Nullable Integer status,
            @Nullable String answer,
            @Nullable String fault,
            long millis) {}
}
