package io.openteller.platform.llm.internal.providers;

import io.openteller.platform.llm.Prompt;
import io.openteller.spi.llm.ChatMessage;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.Tool;
import io.openteller.spi.llm.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A prompt as plugins see it. @param prompt name and version of its file */
public record Question(
        String model, String prompt, List<ChatMessage> messages, @Nullable String schema, int maxOutputTokens)
        implements ChatRequest {

    private static final double NEARLY_THE_SAME_EVERY_TIME = 0;

    public Question {
        messages = List.copyOf(messages);
    }

    public static Question of(String model, Prompt prompt) {
        return of(model, prompt.version(), prompt.system(), prompt.user(), prompt.schema(), prompt.maxOutputTokens());
    }

    public static Question of(
            String model, String prompt, String system, String user, @Nullable String schema, int maxOutputTokens) {
        return new Question(
                model,
                prompt,
                List.of(new Said(ChatMessage.Role.SYSTEM, system), new Said(ChatMessage.Role.USER, user)),
                schema,
                maxOutputTokens);
    }

    /** One message in words alone. */
    public record Said(Role role, String text) implements ChatMessage {

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

    public Question to(String other) {
        return new Question(other, prompt, messages, schema, maxOutputTokens);
    }

    public String system() {
        return messages.getFirst().text();
    }

    public String user() {
        return messages.getLast().text();
    }

    @Override
    public List<Tool> tools() {
        return List.of();
    }

    @Override
    public double temperature() {
        return NEARLY_THE_SAME_EVERY_TIME;
    }

    /** Rather too many: a token is rarely shorter than three letters in any script that banks write prompts in. */
    public long estimatedInputTokens() {
        return (system().length() + user().length()) / 3;
    }

    public long estimatedTokens() {
        return estimatedInputTokens() + maxOutputTokens();
    }
}
