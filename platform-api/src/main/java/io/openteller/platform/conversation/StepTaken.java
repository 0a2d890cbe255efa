package io.openteller.platform.conversation;

import java.util.UUID;

/**
 * A step that the customer was asked for and took.
 *
 * @param text what the conversation says about it
 */
public record StepTaken(UUID id, State state, String text) {

    /** What the customer did with it. */
    public enum State {
        DONE,
        DECLINED
    }
}
