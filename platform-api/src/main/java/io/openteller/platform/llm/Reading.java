package io.openteller.platform.llm;

/** Reads an answer while it is made. Told from another thread that works for the same tenant, one piece at a time. */
@FunctionalInterface
public interface Reading {

    /**
     * Nothing of it may be shown before it was checked.
     *
     * @return false when no more is wanted of this answer
     */
    boolean take(String piece);

    /**
     * Asked when an answer has begun and will not be finished, and another model could be asked: all that was taken is void
     * then, and the next piece is the first of another answer.
     *
     * @return false where that cannot be, because something of it was shown
     */
    default boolean again() {
        return false;
    }
}
