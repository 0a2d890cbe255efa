package io.openteller.platform.conversation;

/** How sure the bank is who is talking, in rising order. */
public enum Assurance {
    /** Anybody. */
    ANONYMOUS,
    /** Signed in on the bank's own site, which vouched with a signed token. */
    IDENTIFIED,
    /** Confirmed by a one-time code in this conversation, a short while ago. */
    STEPPED_UP
}
