package io.openteller.plugins.langchain;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.output.TokenUsage;
import io.openteller.spi.HttpRequest;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult.Usage;
import java.util.List;
import java.util.function.UnaryOperator;

/** One provider, as one bank's settings describe it. Kept for as long as these stay the same; holds no connection. */
public interface Vendor {

    /** The usual one first. */
    List<String> models();

    /** Made once. It must ask once per call, on the calling thread, through this client alone. */
    ChatModel whole(HttpClientBuilder client);

    /** As {@link #whole}. */
    StreamingChatModel streamed(HttpClientBuilder client);

    /** Everything but the messages. */
    ChatRequestParameters parameters(ChatRequest request, Wanted wanted);

    /** How far the server can be held to a form. */
    Structure structure();

    /** Asks for something that costs nothing, such as the list of models. */
    HttpRequest probe();

    default Usage usage(TokenUsage tokens) {
        return Answers.usage(tokens.inputTokenCount(), tokens.outputTokenCount());
    }

    /** Whether the server takes the main words of JSON Schema alone for what tools are given. */
    default boolean plainTools() {
        return false;
    }

    /** For one stream: repairs its events where langchain4j would misread them. */
    default UnaryOperator<String> repair() {
        return UnaryOperator.identity();
    }

    /** How far a server follows a form. */
    enum Structure {
        JSON_SCHEMA,
        JSON_OBJECT,
        NONE
    }
}
