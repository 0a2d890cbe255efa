package io.openteller.platform.rehearsal.internal;

/** What goes wrong at the bank while a procedure is tried out. */
enum TrialFault {
    NONE,
    /** The bank answers after nobody waits any more, having done nothing. */
    SLOW,
    DOWN,
    /** It is done, and nobody hears of it. */
    APPLIED_THEN_TIMEOUT,
    /** The bank says no. */
    REFUSED,
    /** It answers with something else than it should. */
    WRONG_SCHEMA
}
