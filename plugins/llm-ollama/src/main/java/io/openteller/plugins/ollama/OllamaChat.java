package io.openteller.plugins.ollama;

import io.openteller.spi.CallContext;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult;
import java.util.List;
import org.pf4j.Extension;

/** The chat interface of a server, asked once per call. */
@Extension
public final class OllamaChat implements ChatModel {

    @Override
    public List<String> models(CallContext context) {
        return Ollama.MODELS.models(context);
    }

    @Override
    public ChatResult chat(CallContext context, ChatRequest request) {
        return Ollama.MODELS.chat(context, request);
    }

    @Override
    public ChatResult stream(CallContext context, ChatRequest request, Pieces pieces) {
        return Ollama.MODELS.stream(context, request, pieces);
    }
}
