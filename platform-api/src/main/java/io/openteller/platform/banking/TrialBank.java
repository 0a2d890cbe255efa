package io.openteller.platform.banking;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The made-up bank that comes with the platform, for trying procedures out. Nothing here reaches another bank's systems, so
 * nobody is asked for anything before it is done.
 */
public interface TrialBank {

    /** Id of the one plugin that is called. */
    String PLUGIN = "banking-sandbox";

    /**
     * Does one operation for a customer of the made-up bank.
     *
     * @param arguments by the operation's input schema, with that bank's own references
     */
    BankResult<ObjectNode> perform(String customerRef, String callId, String operation, ObjectNode arguments);
}
