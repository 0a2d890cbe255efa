package io.openteller.platform.plugin;

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.pf4j.ExtensionPoint;

/** Calls what the current bank has switched on. */
public interface Plugins {

    /**
     * Calls the extension that the bank uses for {@code point}.
     *
     * @param callId makes a repeated call have the effect of one
     * @param within how long the caller waits; the call is interrupted then
     */
    <P extends ExtensionPoint, R> CallOutcome<R> call(
            Class<P> point, String callId, Duration within, BiFunction<P, CallContext, Outcome<R>> work);

    /** The same, of the plugin with this id and no other; {@link CallOutcome.NotEnabled} if the bank has not switched that on. */
    <P extends ExtensionPoint, R> CallOutcome<R> call(
            String plugin, Class<P> point, String callId, Duration within, BiFunction<P, CallContext, Outcome<R>> work);

    /**
     * The same, on other published values than the plugin runs on otherwise: those that two people agreed on once.
     *
     * @param published by setting
     */
    <P extends ExtensionPoint, R> CallOutcome<R> call(
            String plugin,
            Map<String, String> published,
            Class<P> point,
            String callId,
            Duration within,
            BiFunction<P, CallContext, Outcome<R>> work);

    /** Ids of the plugins that the bank has switched on for {@code point}, in their order; the first is the one it uses. */
    List<String> offering(Class<? extends ExtensionPoint> point);
}
