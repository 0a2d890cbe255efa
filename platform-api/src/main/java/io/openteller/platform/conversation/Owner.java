package io.openteller.platform.conversation;

/** Who speaks next to the customer. The assistant is silent unless it is the owner. */
public enum Owner {
    ASSISTANT,
    QUEUE,
    AGENT,
    CLOSED
}
