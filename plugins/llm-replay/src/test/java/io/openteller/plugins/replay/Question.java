package io.openteller.plugins.replay;

import io.openteller.spi.llm.ChatMessage;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.Tool;
import io.openteller.spi.llm.ToolCall;
import java.util.List;

/** What was asked, in the platform's words. */
record Question(String model, List<ChatMessage> messages, List<Tool> tools, String schema, int maxOutputTokens)
        implements ChatRequest {

    @Override
    public double temperature() {
        return 0.5;
    }

    record Said(Role role, String text, List<ToolCall> toolCalls, String toolCallId) implements ChatMessage {

        Said(Role role, String text) {
            this(role, text, List.of(), null);
        }

        @Override
        public List<String> images() {
            return List.of();
        }
    }

    record Offered(String name, String description, String schema) implements Tool {}
}
