package io.openteller.platform.knowledge;

import io.openteller.platform.audit.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Writing documents, for the current tenant. Nothing of it changes what answers are made from.
 *
 * <p>Methods throw {@link io.openteller.platform.problem.ProblemException} if the version is not where the step begins,
 * also if somebody else was faster.
 */
public interface Drafting {

    /**
     * Stores a draft: a new document, or the next version of the one with that slug. The same bytes as the newest version
     * again change nothing, unless that one is no longer in force.
     *
     * @param by who wrote it, and so may not approve it; the system for what was fetched
     * @throws io.openteller.platform.problem.ProblemException if it cannot be read; nothing is stored then
     */
    Stored draft(NewDocument document, Actor by);

    /**
     * Writes a draft or a rejected version anew, which makes it a draft.
     *
     * @param title null to keep it
     * @param changeNote null to keep it
     */
    void edit(String slug, int version, String markdown, @Nullable String title, @Nullable String changeNote, Actor by);

    /** Hands a draft, or a rejected version, to those who approve. One version of a document at a time. */
    void submit(String slug, int version, @Nullable String changeNote, Actor by);

    /** Takes a version back from review. */
    void withdraw(String slug, int version, Actor by);

    /**
     * Hands a copy of an approved version to review.
     *
     * @return the copy's number
     */
    int rollBack(String slug, int version, Actor by);

    /** Changes what is known about the document; drafts follow, what is in review or approved keeps what it was handed in with. */
    void describe(String slug, Particulars particulars, Actor by);

    /** Takes a document out of the archive. What archiving took out of force goes to review again. */
    void restore(String slug, Actor by);
}
