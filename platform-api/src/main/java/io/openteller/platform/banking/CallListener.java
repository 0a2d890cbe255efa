package io.openteller.platform.banking;

import java.util.UUID;

/** Wants to know when a call that could not go on may: a colleague decided, or it was found out what became of it. */
public interface CallListener {

    /** Called in the transaction in which it changed. The same call made again tells what there is now. */
    void moved(UUID conversation, String callId);
}
