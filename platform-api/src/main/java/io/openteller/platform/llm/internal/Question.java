package io.openteller.platform.llm.internal;

import io.openteller.platform.llm.Prompt;
import io.openteller.spi.llm.ChatMessage;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.Tool;
import io.openteller.spi.llm.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A prompt as plugins see it. */
record Question(String model, Prompt prompt) implements ChatRequest {

    private static final double NEARLY_THE_SAME_EVERY_TIME = 0;

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
        return NEARLY_THE_SAME_EVERY_TIME;
    }

    /** Rather too many: a token is rarely shorter than three letters in any script that banks write prompts in. */
    long estimatedTokens() {
        return (prompt.system().length() + prompt.user().length()) / 3 + maxOutputTokens();
    }
}
