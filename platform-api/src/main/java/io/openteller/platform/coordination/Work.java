package io.openteller.platform.coordination;

/** What may be waiting to be done, so that one thing to do does not make everybody look. */
public enum Work {
    /** Messages that wait for an answer. */
    TURNS,
    /** Changes of conversations that have to be told. */
    CHANGES,
    /** Runs of procedures that are due. */
    RUNS,
    /** Calls to a bank's systems whose outcome is not known, and approvals whose time is over. */
    SETTLING,
    /** What customers may no longer refer to. */
    FORGETTING,
    UPLOADS,
    SITES
}
