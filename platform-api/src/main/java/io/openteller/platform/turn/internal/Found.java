package io.openteller.platform.turn.internal;

import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.workflow.UnderWay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a turn finds when it is claimed, read in one transaction with that.
 *
 * @param messages the newest, in their order
 * @param refusalsInARow how often the assistant has just said that it does not know
 * @param underWay the procedure that the conversation is in; null if it is in none
 * @param release that the bank is on
 */
record Found(
        Conversation conversation,
        List<Message> messages,
        int refusalsInARow,
        @Nullable UnderWay underWay,
        long release) {

    Earlier earlierThan(ClaimedTurn turn) {
        return Earlier.than(turn, messages);
    }
}
