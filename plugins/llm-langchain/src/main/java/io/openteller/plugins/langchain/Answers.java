package io.openteller.plugins.langchain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.ChatResult.Usage;
import io.openteller.spi.llm.Tool;
import io.openteller.spi.llm.ToolCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a model said, in the platform's words. Only what can be used is an answer. */
final class Answers {

    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern FENCED = Pattern.compile("(?s)\\s*```(?:json)?\\s*\\n(.*?)\\n?\\s*```\\s*");

    private Answers() {}

    /** @param callId names the calls of tools that the server left without a name */
    static ChatResult of(ChatResponse response, ChatRequest request, Vendor vendor, String callId) {
        AiMessage message = response.aiMessage();
        String text = message == null || message.text() == null ? "" : message.text();
        Usage usage = response.tokenUsage() == null ? Usage.NONE : vendor.usage(response.tokenUsage());
        FinishReason end = response.finishReason();
        if (end == FinishReason.CONTENT_FILTER) {
            return ChatResult.refused("the provider's rules about content");
        }
        if (end == FinishReason.LENGTH) {
            return ChatResult.badAnswer("cut short at the limit of tokens", usage);
        }
        if (end == null || end == FinishReason.OTHER) {
            return ChatResult.badAnswer(end == null ? "cut short: it has no end" : "it ended before its end", usage);
        }
        String model = response.modelName() == null ? request.model() : response.modelName();
        if (message != null && message.hasToolExecutionRequests()) {
            return calling(text, message, request, usage, model, callId);
        }
        if (text.isBlank()) {
            return ChatResult.badAnswer("empty", usage);
        }
        if (request.schema() == null) {
            return ChatResult.answered(text, usage, model);
        }
        String formed = unfenced(text);
        return json(formed) ? ChatResult.answered(formed, usage, model) : ChatResult.badAnswer("not JSON", usage);
    }

    private static ChatResult calling(
            String text, AiMessage message, ChatRequest request, Usage usage, String model, String callId) {
        Set<String> known = request.tools().stream().map(Tool::name).collect(Collectors.toSet());
        List<ToolCall> calls = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ToolExecutionRequest wish : message.toolExecutionRequests()) {
            if (!known.contains(wish.name())) {
                return ChatResult.badAnswer("it asks for a tool that it was not offered", usage);
            }
            String arguments = wish.arguments() == null || wish.arguments().isBlank() ? "{}" : wish.arguments();
            if (!json(arguments)) {
                return ChatResult.badAnswer("it asks for a tool without readable arguments", usage);
            }
            String made = "call_" + Integer.toHexString(callId.hashCode()) + "_" + (calls.size() + 1);
            boolean taken = wish.id() != null && !ids.add(wish.id());
            if (taken && calls.stream().anyMatch(one -> same(one, wish, arguments))) {
                continue;
            }
            String id = CallIds.of(message, taken ? made : wish.id(), made, calls.isEmpty());
            calls.add(new ToolCall(id, wish.name(), arguments));
        }
        return ChatResult.calling(text, calls, usage, model);
    }

    /** Some servers say the very same once more. */
    private static boolean same(ToolCall call, ToolExecutionRequest wish, String arguments) {
        return CallIds.id(call.id()).equals(wish.id()) && call.tool().equals(wish.name()) && call.arguments().equals(arguments);
    }

    private static String unfenced(String text) {
        Matcher fence = FENCED.matcher(text);
        return fence.matches() ? fence.group(1) : text;
    }

    private static boolean json(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (JsonProcessingException none) {
            return false;
        }
    }

    static Usage usage(@Nullable Integer in, @Nullable Integer out) {
        return new Usage(in == null ? 0 : in, out == null ? 0 : out);
    }
}
