package io.openteller.platform.conversation;

/** Who wrote a message. */
public enum Author {
    CUSTOMER,
    ASSISTANT,
    AGENT,
    SYSTEM
}
