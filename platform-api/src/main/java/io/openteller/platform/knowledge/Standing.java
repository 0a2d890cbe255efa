package io.openteller.platform.knowledge;

/** How far a version has come. */
public enum Standing {
    DRAFT,
    IN_REVIEW,
    REJECTED,
    /** Approved, and in force from a moment that has not come. */
    SCHEDULED,
    EFFECTIVE,
    EXPIRED,
    SUPERSEDED,
    REVOKED
}
