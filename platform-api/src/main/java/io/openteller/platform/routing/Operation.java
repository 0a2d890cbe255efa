package io.openteller.platform.routing;

/** What the assistant can do on the bank's systems for a customer. */
public enum Operation {
    BALANCE,
    RECENT_TRANSACTIONS,
    BLOCK_CARD
}
