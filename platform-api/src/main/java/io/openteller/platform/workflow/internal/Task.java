package io.openteller.platform.workflow.internal;

/** What a step belongs to. */
enum Task {
    BALANCE,
    RECENT_TRANSACTIONS,
    BLOCK_CARD
}
