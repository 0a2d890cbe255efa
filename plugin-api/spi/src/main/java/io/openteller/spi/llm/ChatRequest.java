package io.openteller.spi.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model is asked. Made by the platform; more may be asked for in a later version of this interface. */
public interface ChatRequest {

    /** One of {@link ChatModel#models}, or any other name that the administrator chose; empty for the usual one. */
    String model();

    /** Oldest first; at least one. */
    List<ChatMessage> messages();

    /** What the model may ask for; mostly empty. A plugin whose model knows no tools refuses a request that has some. */
    List<Tool> tools();

    /**
     * A JSON Schema (2020-12) object that the answer must fit, all properties required and no others allowed; null for plain
     * text. A plugin whose model cannot be held to a schema asks for JSON as best it can: the platform checks the answer.
     */
    @Nullable String schema();

    /** The answer may not be longer, in the model's tokens. */
    int maxOutputTokens();

    /** From 0, nearly the same answer every time, to 1. */
    double temperature();
}
