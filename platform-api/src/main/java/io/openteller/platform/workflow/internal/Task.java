package io.openteller.platform.workflow.internal;

/** What a step belongs to. */
public enum Task {
    BALANCE,
    RECENT_TRANSACTIONS,
    BLOCK_CARD,
    /** A run of a procedure; its id is among the arguments. */
    RUN
}
