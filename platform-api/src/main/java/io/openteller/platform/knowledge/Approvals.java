package io.openteller.platform.knowledge;

import io.openteller.platform.audit.Actor;

/**
 * Deciding what answers may be made from, for the current tenant. Each change of that is a release.
 *
 * <p>Methods throw {@link io.openteller.platform.problem.ProblemException} if the version is not where the step begins,
 * also if somebody else was faster.
 */
public interface Approvals {

    /**
     * Stores a version that was written and approved outside of the platform. In force at once unless the adoption says
     * otherwise; the same bytes as what is in force change nothing.
     */
    Stored adopt(NewDocument document, Adoption adoption);

    /** One approval. The version is approved once as many different people did as its category asks for. */
    void approve(String slug, int version, Approval approval, Actor by);

    void reject(String slug, int version, String reason, Actor by);

    /** Ends a version that is in force, or will be, at once; what it had superseded does not come back. */
    void revoke(String slug, int version, String reason, Actor by);

    /** Revokes whatever of the document is in force, or will be, and takes it out of sight. */
    void archive(String slug, Actor by);
}
