package io.openteller.platform.conversation;

import java.time.Duration;

/** Room that a process has for one more turn: it begins the turn itself once the message is stored, and nobody has to look for it. */
public interface Seat {

    /** How long nobody else may take the turn, by the database's clock, from when the message is stored. */
    Duration lease();

    /**
     * Called at most once, when the message and the turn are stored, on the thread that stored them. Not called where the turn waits
     * for one before it, where a person answers, or where nothing was stored.
     */
    void take(ClaimedTurn turn);
}
