package io.openteller.platform.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The only way in to stored conversations. All methods act for the current tenant. */
public interface Conversations {

    /** Starts a conversation that the assistant owns. */
    UUID open();

    /**
     * Adds what the customer wrote, and the turn that will answer it.
     *
     * @param clientMessageId the sender's own id, 1 to 64 characters; a second call with the same one changes nothing
     * @param answerWithin how long the turn may take before a person must have it
     */
    AppendOutcome append(UUID conversation, String clientMessageId, String text, Duration answerWithin);

    /**
     * Takes the oldest turn that nobody works on: new ones, and those whose worker let its lease run out. At most one
     * turn per conversation is handed out at a time. The lease is measured by the database's clock only.
     */
    Optional<ClaimedTurn> claim(Duration lease);

    /**
     * Stores the one reply of a turn, its decision record, and who owns the conversation from now on.
     *
     * @param decisionJson the decision record as a JSON object
     */
    ReplyOutcome reply(ClaimedTurn turn, String text, Owner next, String decisionJson);

    /** Messages with a sequence number above {@code afterSeq}, in order, at most {@code limit}. Empty if unknown. */
    List<Message> messages(UUID conversation, long afterSeq, int limit);

    /** The decision record of a turn as JSON, once the turn is done. */
    Optional<String> decision(UUID turn);
}
