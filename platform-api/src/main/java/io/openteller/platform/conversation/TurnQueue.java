package io.openteller.platform.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The turns that wait for an answer, for the one who conducts them. All methods act for the current tenant. */
public interface TurnQueue {

    /**
     * Takes the oldest turn that nobody works on: new ones, and those whose worker let its lease run out. At most one
     * turn per conversation is handed out at a time. The lease is measured by the database's clock only.
     */
    Optional<ClaimedTurn> claim(Duration lease);

    /** Ends the lease of a turn that will not be finished here; changes nothing if somebody else has it. */
    void letGo(ClaimedTurn turn);

    /** Stores the one reply of a turn, its decision record, and who owns the conversation from now on. */
    ReplyOutcome reply(ClaimedTurn turn, Reply reply);

    /**
     * Starts a turn that nobody asked for now: what the customer waits for has come. Joins the caller's transaction.
     *
     * @param by what it goes on with
     * @return false if the assistant does not own the conversation
     */
    boolean wake(UUID conversation, UUID by, Duration answerWithin);

    /** The decision record of a turn as JSON, once the turn is done. */
    Optional<String> decision(UUID turn);

    /** How many of a conversation's newest turns ended without an answer, one after the other. */
    int refusalsInARow(UUID conversation);

    /** The decision records of a conversation, in the order of its turns. */
    List<TurnRecord> decisions(UUID conversation);
}
