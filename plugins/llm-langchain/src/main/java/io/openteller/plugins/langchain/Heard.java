package io.openteller.plugins.langchain;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.openteller.spi.llm.ChatModel.Pieces;
import org.jspecify.annotations.Nullable;

/** Hands pieces on until no more are wanted. Used by the calling thread alone. */
final class Heard implements StreamingChatResponseHandler {

    private final Pieces pieces;
    private @Nullable Exchange exchange;
    private boolean wanted = true;
    private @Nullable ChatResponse response;
    private @Nullable Throwable failure;

    Heard(Pieces pieces) {
        this.pieces = pieces;
    }

    /** What is stopped when no more is wanted. */
    void on(Exchange exchange) {
        this.exchange = exchange;
    }

    boolean wanted() {
        return wanted;
    }

    @Nullable ChatResponse response() {
        return response;
    }

    @Nullable Throwable failure() {
        return failure;
    }

    @Override
    public void onPartialResponse(String piece) {
        if (wanted && !piece.isEmpty() && !pieces.take(piece)) {
            wanted = false;
            if (exchange != null) {
                exchange.stop();
            }
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse complete) {
        response = complete;
    }

    @Override
    public void onError(Throwable error) {
        failure = error;
    }
}
