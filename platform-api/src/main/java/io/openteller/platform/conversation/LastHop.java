package io.openteller.platform.conversation;

import java.util.UUID;

/** Puts personal values back into a text that is about to reach the one whose conversation it is. */
@FunctionalInterface
public interface LastHop {

    /** @param partial of a conversation of the current tenant */
    String text(UUID conversation, Partial partial);
}
