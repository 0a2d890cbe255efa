package io.openteller.bench.faults.wild;

import io.openteller.spi.CallContext;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.ChatResult.Usage;
import java.util.ArrayList;
import java.util.List;
import org.pf4j.Extension;

/** A model whose name says what it does when it is asked. */
@Extension
public final class WildModel implements ChatModel {

    private static final int MEGABYTE = 1 << 20;
    private static final int STATUS = 3;

    @Override
    public List<String> models(CallContext context) {
        return List.of("well");
    }

    @Override
    public ChatResult chat(CallContext context, ChatRequest request) {
        return asked(request);
    }

    @Override
    public ChatResult stream(CallContext context, ChatRequest request, Pieces pieces) {
        return asked(request);
    }

    // What this is about is a plugin that breaks every promise it has made, this one among them.
    @SuppressWarnings({"NullAway", "InfiniteLoopStatement"})
    private static ChatResult asked(ChatRequest request) {
        switch (request.model()) {
            case "hangs":
                while (true) {
                    // Being told to stop changes nothing.
                    Thread.interrupted();
                    Thread.onSpinWait();
                }
            case "throws":
                throw new IllegalStateException("a partner's mistake");
            case "deep-error":
                throw new StackOverflowError();
            case "says-null":
                return null;
            case "says-too-much":
                return ChatResult.answered("x".repeat(10 * MEGABYTE), Usage.NONE, "wild");
            case "takes-all-memory":
                List<byte[]> all = new ArrayList<>();
                while (true) {
                    all.add(new byte[MEGABYTE]);
                }
            case "exits":
                Runtime.getRuntime().halt(STATUS);
                return null;
            default:
                return ChatResult.answered("{\"answered\": false, \"sentences\": []}", new Usage(1, 1), "wild");
        }
    }
}
