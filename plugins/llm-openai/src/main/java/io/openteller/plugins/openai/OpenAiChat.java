package io.openteller.plugins.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.openteller.spi.CallContext;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.ChatResult.Usage;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.pf4j.Extension;

/** The chat interface of a server, asked once per call. */
@Extension
public final class OpenAiChat implements ChatModel {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Override
    public List<String> models(CallContext context) {
        return OpenAiSettings.SPEC.read(context).modelNames();
    }

    @Override
    public ChatResult chat(CallContext context, ChatRequest request) {
        Exchange exchange = new Exchange(context.deadline(), context::cancelled);
        try {
            OpenAiSettings settings = OpenAiSettings.SPEC.read(context);
            ChatResponse response = OpenAiChatModel.builder()
                    .baseUrl(settings.address())
                    .apiKey(settings.apiKey())
                    .customHeaders(settings.moreHeaders())
                    .customQueryParams(settings.query())
                    .httpClientBuilder(exchange.asBuilder())
                    .strictJsonSchema(true)
                    .maxRetries(0)
                    .build()
                    .chat(Requests.of(request, settings));
            return result(response, request);
        } catch (IllegalArgumentException settings) {
            return exchange.response() == null
                    ? ChatResult.refused(String.valueOf(settings.getMessage()))
                    : Refusals.of(exchange, settings);
        } catch (RuntimeException failure) {
            return Refusals.of(exchange, failure);
        }
    }

    @Override
    public ChatResult stream(CallContext context, ChatRequest request, Pieces pieces) {
        AtomicBoolean enough = new AtomicBoolean();
        Exchange exchange = new Exchange(context.deadline(), () -> enough.get() || context.cancelled());
        try {
            OpenAiSettings settings = OpenAiSettings.SPEC.read(context);
            Heard heard = new Heard(pieces, enough);
            OpenAiStreamingChatModel.builder()
                    .baseUrl(settings.address())
                    .apiKey(settings.apiKey())
                    .customHeaders(settings.moreHeaders())
                    .customQueryParams(settings.query())
                    .httpClientBuilder(exchange.asBuilder())
                    .strictJsonSchema(true)
                    .build()
                    .chat(Requests.of(request, settings), heard);
            if (enough.get()) {
                return ChatResult.cancelled(Usage.NONE);
            }
            Throwable failure = exchange.failure() == null ? heard.failure : exchange.failure();
            return failure == null && heard.response != null
                    ? result(heard.response, request)
                    : Refusals.of(exchange, failure == null ? new IllegalStateException("no end") : failure);
        } catch (IllegalArgumentException settings) {
            return ChatResult.refused(String.valueOf(settings.getMessage()));
        } catch (RuntimeException failure) {
            return Refusals.of(exchange, failure);
        }
    }

    private static ChatResult result(ChatResponse response, ChatRequest request) {
        String text = response.aiMessage() == null ? null : response.aiMessage().text();
        Usage usage = usage(response.tokenUsage());
        FinishReason end = response.finishReason();
        if (end == FinishReason.CONTENT_FILTER) {
            return ChatResult.refused("the provider's rules about content");
        }
        if (end == FinishReason.LENGTH) {
            return ChatResult.badAnswer("cut short at the limit of tokens", usage);
        }
        if (end == null) {
            return ChatResult.badAnswer("cut short: it has no end", usage);
        }
        if (text == null || text.isBlank()) {
            return ChatResult.badAnswer("empty", usage);
        }
        if (request.schema() != null && !json(text)) {
            return ChatResult.badAnswer("not JSON", usage);
        }
        return ChatResult.answered(text, usage, response.modelName() == null ? request.model() : response.modelName());
    }

    private static boolean json(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (JsonProcessingException none) {
            return false;
        }
    }

    private static Usage usage(@Nullable TokenUsage tokens) {
        return tokens == null ? Usage.NONE : new Usage(count(tokens.inputTokenCount()), count(tokens.outputTokenCount()));
    }

    private static int count(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }

    /** Used by the calling thread alone. */
    private static final class Heard implements StreamingChatResponseHandler {

        private final Pieces pieces;
        private final AtomicBoolean enough;
        private @Nullable ChatResponse response;
        private @Nullable Throwable failure;

        Heard(Pieces pieces, AtomicBoolean enough) {
            this.pieces = pieces;
            this.enough = enough;
        }

        @Override
        public void onPartialResponse(String piece) {
            if (!enough.get() && !piece.isEmpty() && !pieces.take(piece)) {
                enough.set(true);
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
}
