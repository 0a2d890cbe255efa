package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Person;
import io.openteller.platform.conversation.StepTaken;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record NewMessage(
        Author author,
        String text,
        @Nullable String clientMessageId,
        @Nullable UUID replyToTurn,
        @Nullable Person person,
        @Nullable String detailJson) {

    static NewMessage ofCustomer(String clientMessageId, String text) {
        return new NewMessage(Author.CUSTOMER, text, clientMessageId, null, null, null);
    }

    static NewMessage ofAssistant(String text) {
        return new NewMessage(Author.ASSISTANT, text, null, null, null, null);
    }

    static NewMessage reply(UUID turn, String text, @Nullable String detailJson) {
        return new NewMessage(Author.ASSISTANT, text, null, turn, null, detailJson);
    }

    static NewMessage ofPerson(Person person, String clientMessageId, String text) {
        return new NewMessage(Author.AGENT, text, clientMessageId, null, person, null);
    }

    static NewMessage ofSystem(String text) {
        return new NewMessage(Author.SYSTEM, text, null, null, null, null);
    }

    /** The step's id keeps the line from being written twice, and ties it to the message that asked for the step. */
    static NewMessage ofStep(StepTaken step) {
        return new NewMessage(
                Author.SYSTEM, step.text(), "step-" + step.id(), null, null, "{\"state\":\"" + step.state() + "\"}");
    }
}
