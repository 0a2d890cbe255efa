package io.openteller.platform.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks with the customer. From the moment a person takes a conversation the assistant is silent in it, also with a
 * reply that it had begun. Every change says so in the conversation, in the same transaction.
 */
public interface Ownership {

    /** Puts the conversation in front of people. Changes nothing if a person has it or waits for it already. */
    OwnershipOutcome requestPerson(UUID conversation, String announcement);

    /** @param version the one that the person saw; a change since then refuses */
    OwnershipOutcome take(UUID conversation, Person person, long version, String announcement);

    /** Gives the conversation from the person who has it to {@code to}, or back to the queue when that is null. */
    OwnershipOutcome transfer(
            UUID conversation, Person person, @Nullable Person to, long version, String announcement);

    /** Gives it back to the assistant. */
    OwnershipOutcome release(UUID conversation, Person person, long version, String announcement);

    OwnershipOutcome close(UUID conversation, Person person, long version, String announcement);

    /** What the person who has the conversation says. A second call with the same client id changes nothing. */
    OwnershipOutcome say(UUID conversation, Person person, String clientMessageId, String text);
}
