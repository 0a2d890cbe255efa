package io.openteller.spi.banking;

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import java.util.List;
import org.pf4j.ExtensionPoint;

/**
 * Operations of the platform's catalogue, such as {@code cards.block/v1}, with JSON in and out by the catalogue's schemas. The
 * platform has asked for everything that an operation needs (identity, the customer's word, a second person, limits) before it
 * calls, and checks what comes back against the schema before anybody sees it.
 *
 * <p>The other interfaces of this package supply the operations that they are the typed form of; a plugin that implements both
 * is asked here.
 */
public interface OperationProvider extends ExtensionPoint {

    /**
     * Names of the operations that this bank's installation supplies, by its settings. Names that the catalogue does not know
     * are left out by the platform. Asked often: answered from memory.
     */
    Outcome<List<String>> supplied(CallContext context);

    /**
     * Does it, for that customer and no other. An object that is somebody else's is {@link Outcome.NotFound}, as if it did not
     * exist. What changes something is done once per {@link CallContext#callId()}, however often it is called, and gives the
     * same result each time.
     *
     * @param operation a name out of {@link #supplied}
     * @param inputJson by the operation's input schema; references in it are the bank's own
     * @return the result by the operation's output schema, as JSON
     */
    Outcome<String> perform(CallContext context, String operation, String customerRef, String inputJson);

    /**
     * What became of an earlier call of {@link #perform} whose result never arrived. Has no effect of its own.
     *
     * @param callId the id that call had
     */
    Outcome<Past> reconcile(CallContext context, String operation, String customerRef, String callId);

    /** What the bank's books say of a call. */
    sealed interface Past {

        /** It was done. @param resultJson by the operation's output schema */
        record Performed(String resultJson) implements Past {}

        /** It was not, and will not be any more: a late arrival of that call is turned away. */
        record Never() implements Past {}

        /** The books cannot say, yet or ever; a person has to look. */
        record Unknown() implements Past {}

        static Past performed(String resultJson) {
            return new Performed(resultJson);
        }

        static Past never() {
            return new Never();
        }

        static Past unknown() {
            return new Unknown();
        }
    }
}
