package io.openteller.platform.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stored conversations and what customers say in them. All methods act for the current tenant. */
public interface Conversations {

    /** Starts a conversation that the assistant owns, with its greeting as the first message. */
    UUID open(Opening opening);

    /**
     * Adds what the customer wrote, and the turn that will answer it.
     *
     * @param clientMessageId the sender's own id, 1 to 64 characters; a second call with the same one changes nothing
     * @param answerWithin how long the turn may take before a person must have it
     * @param seat of a process that begins the turn at once if none comes before it in the conversation; null: the turn waits
     */
    AppendOutcome append(
            UUID conversation, String clientMessageId, String text, Duration answerWithin, @Nullable Seat seat);

    /** The same with a turn that waits until somebody takes it. */
    default AppendOutcome append(UUID conversation, String clientMessageId, String text, Duration answerWithin) {
        return append(conversation, clientMessageId, text, answerWithin, null);
    }

    /**
     * Goes on with a step that the customer has confirmed or refused: says so in the conversation and, if the assistant
     * still owns it, starts the turn that carries on.
     *
     * @param step a second call with the same one changes nothing
     * @param seat as for a message
     */
    AppendOutcome resume(UUID conversation, StepTaken step, Duration answerWithin, @Nullable Seat seat);

    default AppendOutcome resume(UUID conversation, StepTaken step, Duration answerWithin) {
        return resume(conversation, step, answerWithin, null);
    }

    Optional<Conversation> find(UUID conversation);

    /** The customer's newest that the assistant owns, if something was said in it within that time. */
    Optional<Conversation> lately(String customerRef, Duration within);

    /** Newest first. */
    List<Conversation> list(ConversationFilter filter);

    /** Messages with a sequence number above {@code afterSeq}, in order, at most {@code limit}. Empty if unknown. */
    List<Message> messages(UUID conversation, long afterSeq, int limit);

    /** With its newest messages, at most {@code limit}. */
    Optional<Spoken> newest(UUID conversation, int limit);

    /** With the messages that {@link #messages} gives. */
    Optional<Spoken> after(UUID conversation, long afterSeq, int limit);

    /**
     * Keeps what became of the customer's side: the confirmed identity or the rating at the end.
     *
     * @return false if the conversation is unknown, or the mark cannot be made now
     */
    boolean mark(UUID conversation, CustomerMark mark);
}
