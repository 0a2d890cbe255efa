package io.openteller.bench.router;

import io.openteller.platform.llm.Prompt;
import io.openteller.spi.llm.ChatMessage;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.Tool;
import io.openteller.spi.llm.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the router would ask, asked without it. */
record DirectQuestion(String model, Prompt prompt) implements ChatRequest {

    private record Said(Role role, String text) implements ChatMessage {

        @Override
        public List<ToolCall> toolCalls() {
            return List.of();
        }

        @Override
        public @Nullable String toolCallId() {
            return null;
        }

        @Override
        public List<String> images() {
            return List.of();
        }
    }

    @Override
    public List<ChatMessage> messages() {
        return List.of(
                new Said(ChatMessage.Role.SYSTEM, prompt.system()), new Said(ChatMessage.Role.USER, prompt.user()));
    }

    @Override
    public List<Tool> tools() {
        return List.of();
    }

    @Override
    public @Nullable String schema() {
        return prompt.schema();
    }

    @Override
    public int maxOutputTokens() {
        return prompt.maxOutputTokens();
    }

    @Override
    public double temperature() {
        return 0;
    }
}
