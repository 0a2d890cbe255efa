package io.openteller.spi.llm;

import io.openteller.spi.CallContext;
import java.util.List;
import org.pf4j.ExtensionPoint;

/**
 * A language model that is asked in messages. Any thread may ask, many at once. Nothing is kept between two calls, and a call
 * is never repeated by the plugin itself: whether a second try is worth the customer's time is for the platform to say.
 *
 * <p>Both ways of asking come back by {@link CallContext#deadline()}, and soon after {@link CallContext#cancelled()} says so or
 * the thread is interrupted. What goes wrong is a {@link ChatResult}, never an exception; its details never hold a secret,
 * and never what was asked or said.
 */
public interface ChatModel extends ExtensionPoint {

    /** Names that {@link ChatRequest#model()} may have, the usual one first. From the settings alone: asks nobody. */
    List<String> models(CallContext context);

    /** The whole answer at once. */
    ChatResult chat(CallContext context, ChatRequest request);

    /**
     * The answer piece by piece, and once more as a whole in the result.
     *
     * @param pieces is told every piece in its order, from one thread at a time, and none after this method has returned
     */
    ChatResult stream(CallContext context, ChatRequest request, Pieces pieces);

    /** Takes an answer while it is made. */
    @FunctionalInterface
    interface Pieces {

        /** @return false when no more is wanted: the call then ends as {@link ChatResult.Cancelled} */
        boolean take(String piece);
    }
}
