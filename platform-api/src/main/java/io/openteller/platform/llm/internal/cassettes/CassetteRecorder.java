package io.openteller.platform.llm.internal.cassettes;

import io.openteller.platform.llm.internal.cassettes.Cassette.Exchange;
import io.openteller.spi.CallContext;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A model that keeps all that it is asked and says. Any thread may ask, as with every model. */
public final class CassetteRecorder implements ChatModel {

    private final ChatModel model;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    public CassetteRecorder(ChatModel model) {
        this.model = model;
    }

    /** Up to now, in the order in which they ended. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    @Override
    public List<String> models(CallContext context) {
        return model.models(context);
    }

    @Override
    public ChatResult chat(CallContext context, ChatRequest request) {
        return kept(request, List.of(), model.chat(context, request));
    }

    @Override
    public ChatResult stream(CallContext context, ChatRequest request, Pieces pieces) {
        List<String> told = new CopyOnWriteArrayList<>();
        return kept(request, told, model.stream(context, request, piece -> {
            told.add(piece);
            return pieces.take(piece);
        }));
    }

    private ChatResult kept(ChatRequest request, List<String> pieces, ChatResult result) {
        exchanges.add(Cassette.exchange(request, pieces, result));
        return result;
    }
}
