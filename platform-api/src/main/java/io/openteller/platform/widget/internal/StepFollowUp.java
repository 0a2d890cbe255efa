package io.openteller.platform.widget.internal;

import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.StepTaken;
import io.openteller.platform.turn.Turns;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.wording.Wording;
import io.openteller.platform.workflow.Steps.CodeResult;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Says in the conversation what the customer did, and lets the assistant go on. */
@Singleton
class StepFollowUp {

    private final Conversations conversations;
    private final Turns turns;
    private final Wording wording;

    StepFollowUp(Conversations conversations, Turns turns, Wording wording) {
        this.conversations = conversations;
        this.turns = turns;
        this.wording = wording;
    }

    void entered(UUID conversation, UUID step, CodeResult result) {
        if (!result.goesOn()) {
            return;
        }
        boolean right = result.result() == CodeResult.Kind.VERIFIED;
        goOn(
                conversation,
                step,
                right ? StepTaken.State.DONE : StepTaken.State.DECLINED,
                right ? Phrase.CODE_CONFIRMED : Phrase.CODE_NOT_CONFIRMED);
    }

    /** Others are asked when these have expired. */
    void answered(UUID conversation, UUID step, CodeResult result) {
        if (result.goesOn()) {
            boolean right = result.result() == CodeResult.Kind.VERIFIED;
            goOn(
                    conversation,
                    step,
                    right ? StepTaken.State.DONE : StepTaken.State.DECLINED,
                    right ? Phrase.ANSWERS_CONFIRMED : Phrase.ANSWERS_NOT_CONFIRMED);
        }
    }

    void confirmed(UUID conversation, UUID step, StepTaken.State state) {
        goOn(
                conversation,
                step,
                state,
                state == StepTaken.State.DONE ? Phrase.YOU_CONFIRMED : Phrase.YOU_DECLINED);
    }

    private void goOn(UUID conversation, UUID step, StepTaken.State state, Phrase phrase) {
        Conversation found = conversations.find(conversation).orElseThrow();
        String language = found.language() == null ? found.locale() : found.language();
        turns.goOn(conversation, new StepTaken(step, state, wording.say(phrase, language)));
    }
}
