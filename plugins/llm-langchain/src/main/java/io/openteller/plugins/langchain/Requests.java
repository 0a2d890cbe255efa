package io.openteller.plugins.langchain;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import io.openteller.plugins.langchain.Vendor.Structure;
import io.openteller.spi.llm.ChatMessage;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.Tool;
import io.openteller.spi.llm.ToolCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request of the platform in langchain4j's words. What cannot be said is an {@link IllegalArgumentException}. */
final class Requests {

    private static final ResponseFormat ANY_JSON =
            ResponseFormat.builder().type(ResponseFormatType.JSON).build();

    private Requests() {}

    static dev.langchain4j.model.chat.request.ChatRequest of(ChatRequest request, Vendor vendor) {
        Structure structure = vendor.structure();
        Wanted wanted = new Wanted(
                model(request.model(), vendor.models()), tools(request.tools(), vendor.plainTools()), format(request.schema(), structure));
        return dev.langchain4j.model.chat.request.ChatRequest.builder()
                .messages(messages(request, structure))
                .parameters(vendor.parameters(request, wanted))
                .build();
    }

    static String model(String wanted, List<String> names) {
        if (!wanted.isBlank()) {
            return wanted;
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("the setting for the names of the models is missing");
        }
        return names.getFirst();
    }

    private static @Nullable ResponseFormat format(@Nullable String schema, Structure structure) {
        if (schema == null) {
            return null;
        }
        return switch (structure) {
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

    private static List<ToolSpecification> tools(List<Tool> tools, boolean plain) {
        List<ToolSpecification> specifications = new ArrayList<>(tools.size());
        for (Tool tool : tools) {
            specifications.add(ToolSpecification.builder()
                    .name(tool.name())
                    .description(tool.description())
                    .parameters(ToolSchemas.of(tool, plain))
                    .build());
        }
        return specifications;
    }

    /** A server that cannot be held to the schema is told of it in words. */
    private static List<dev.langchain4j.data.message.ChatMessage> messages(ChatRequest request, Structure structure) {
        List<dev.langchain4j.data.message.ChatMessage> messages = new ArrayList<>();
        Map<String, String> asked = new LinkedHashMap<>();
        if (request.schema() != null && structure != Structure.JSON_SCHEMA) {
            messages.add(SystemMessage.from(
                    "Answer with one JSON object and nothing else. It fits this JSON Schema: " + request.schema()));
        }
        for (ChatMessage message : request.messages()) {
            if (!message.images().isEmpty()) {
                throw new IllegalArgumentException("pictures are not taken");
            }
            message.toolCalls().forEach(call -> asked.put(CallIds.id(call.id()), call.tool()));
            messages.add(message(message, asked));
        }
        return messages;
    }

    private static dev.langchain4j.data.message.ChatMessage message(ChatMessage message, Map<String, String> asked) {
        return switch (message.role()) {
            case SYSTEM -> SystemMessage.from(message.text());
            case USER -> UserMessage.from(message.text());
            case ASSISTANT -> said(message);
            case TOOL -> {
                String id = message.toolCallId();
                String tool = id == null ? null : asked.get(CallIds.id(id));
                if (id == null || tool == null) {
                    throw new IllegalArgumentException("the result of a tool that no answer asked for");
                }
                yield ToolExecutionResultMessage.from(CallIds.id(id), tool, message.text());
            }
        };
    }

    private static AiMessage said(ChatMessage message) {
        if (message.toolCalls().isEmpty()) {
            return AiMessage.from(message.text());
        }
        List<ToolExecutionRequest> calls = new ArrayList<>();
        for (ToolCall call : message.toolCalls()) {
            calls.add(ToolExecutionRequest.builder()
                    .id(CallIds.id(call.id()))
                    .name(call.tool())
                    .arguments(call.arguments())
                    .build());
        }
        return AiMessage.builder()
                .text(message.text().isBlank() ? null : message.text())
                .toolExecutionRequests(calls)
                .attributes(CallIds.attributes(message.toolCalls()))
                .build();
    }
}
