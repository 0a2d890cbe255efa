package io.openteller.plugins.anthropic;

import io.openteller.spi.CallContext;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult;
import java.util.List;
import org.pf4j.Extension;

/** The chat interface of a server, asked once per call. */
@Extension
public final class AnthropicChat implements ChatModel {

    @Override
    public List<String> models(CallContext context) {
        return Anthropic.MODELS.models(context);
    }

    @Override
    public ChatResult chat(CallContext context, ChatRequest request) {
        return Anthropic.MODELS.chat(context, request);
    }

    @Override
    public ChatResult stream(CallContext context, ChatRequest request, Pieces pieces) {
        return Anthropic.MODELS.stream(context, request, pieces);
    }
}
