package io.openteller.spi.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message of what a model is asked. */
public interface ChatMessage {

    Role role();

    /** Empty only where there are tool calls. */
    String text();

    /** What the model asked for in this answer of its own; empty for all other roles. */
    List<ToolCall> toolCalls();

    /** Which of the model's calls this is the result of; null unless the role is TOOL. */
    @Nullable String toolCallId();

    /** Pictures as data addresses. A plugin whose model takes none refuses the request and says so; mostly empty. */
    List<String> images();

    /** Who says it. A plugin refuses a role that it does not know. */
    enum Role {
        /** The platform, with what the model has to do. */
        SYSTEM,
        /** What the model has to work on. */
        USER,
        /** What the model answered before. */
        ASSISTANT,
        /** What a tool came to that the model asked for. */
        TOOL
    }
}
