package io.openteller.spi.llm;

/** One message of what a model is asked. */
public interface ChatMessage {

    Role role();

    /** Never empty. */
    String text();

    /** Who says it. A plugin refuses a role that it does not know. */
    enum Role {
        /** The platform, with what the model has to do. */
        SYSTEM,
        /** What the model has to work on. */
        USER,
        /** What the model answered before. */
        ASSISTANT
    }
}
