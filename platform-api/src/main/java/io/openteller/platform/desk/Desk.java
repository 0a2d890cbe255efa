package io.openteller.platform.desk;

import java.util.UUID;

/** The way from the assistant to people. */
public interface Desk {

    /**
     * Puts a conversation in front of people, or adds to why it is there. Joins the caller's transaction, so that a
     * conversation is never owned by the queue without its packet.
     */
    void request(UUID conversation, Reason reason, Packet packet);
}
