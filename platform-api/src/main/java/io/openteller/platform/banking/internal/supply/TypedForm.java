package io.openteller.platform.banking.internal.supply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.platform.plugin.Plugins;
import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import java.time.Duration;
import java.util.function.BiFunction;
import org.pf4j.ExtensionPoint;

/**
 * An operation as one of the typed interfaces has it.
 *
 * @param ask the interface, and how its answer becomes the operation's output
 */
record TypedForm<P extends ExtensionPoint, T>(Class<P> point, Ask<P, T> ask, BiFunction<ObjectNode, T, ObjectNode> told) {

    /** One call of the interface. */
    interface Ask<P, T> {
        Outcome<T> of(P extension, CallContext context, String customer, ObjectNode input);
    }

    Answer perform(Plugins plugins, Asked asked, Duration within) {
        return Answers.of(
                asked.plugin(),
                plugins.call(
                        asked.plugin(),
                        point,
                        asked.callId(),
                        within,
                        (extension, context) -> ask.of(extension, context, asked.customer(), asked.input())),
                value -> told.apply(asked.input(), value).toString());
    }

    /** @param input with the bank's own ids */
    record Asked(String plugin, String callId, String customer, ObjectNode input) {}
}
