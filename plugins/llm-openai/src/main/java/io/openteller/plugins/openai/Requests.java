package io.openteller.plugins.openai;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import io.openteller.spi.llm.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request of the platform in langchain4j's words. */
final class Requests {

    private static final ResponseFormat ANY_JSON =
            ResponseFormat.builder().type(ResponseFormatType.JSON).build();

    private Requests() {}

    static dev.langchain4j.model.chat.request.ChatRequest of(ChatRequest request, OpenAiSettings settings) {
        var parameters = OpenAiChatRequestParameters.builder().modelName(settings.model(request.model()));
        if (settings.newerLimits()) {
            parameters.maxCompletionTokens(request.maxOutputTokens());
        } else {
            parameters.maxOutputTokens(request.maxOutputTokens()).temperature(request.temperature());
        }
        ResponseFormat format = format(request.schema(), settings);
        if (format != null) {
            parameters.responseFormat(format);
        }
        return dev.langchain4j.model.chat.request.ChatRequest.builder()
                .messages(messages(request, settings))
                .parameters(parameters.build())
                .build();
    }

    private static @Nullable ResponseFormat format(@Nullable String schema, OpenAiSettings settings) {
        if (schema == null) {
            return null;
        }
        return switch (settings.structured()) {
            case JSON_SCHEMA ->
                ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(JsonSchema.builder()
                                .name("answer")
                                .rootElement(JsonRawSchema.from(schema))
                                .build())
                        .build();
            case JSON_OBJECT -> ANY_JSON;
            case NONE -> null;
        };
    }

    /** A server that cannot be held to the schema is told of it in words. */
    private static List<ChatMessage> messages(ChatRequest request, OpenAiSettings settings) {
        List<ChatMessage> messages = new ArrayList<>();
        for (var message : request.messages()) {
            messages.add(
                    switch (message.role()) {
                        case SYSTEM -> SystemMessage.from(message.text());
                        case USER -> UserMessage.from(message.text());
                        case ASSISTANT -> AiMessage.from(message.text());
                        case TOOL -> throw new IllegalArgumentException("tools are not supported");
                    });
        }
        if (request.schema() != null && settings.structured() != OpenAiSettings.Structure.JSON_SCHEMA) {
            messages.addFirst(SystemMessage.from(
                    "Answer with one JSON object and nothing else. It fits this JSON Schema: " + request.schema()));
        }
        return messages;
    }
}
