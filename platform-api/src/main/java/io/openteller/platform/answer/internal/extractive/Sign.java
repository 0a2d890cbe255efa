package io.openteller.platform.answer.internal.extractive;

import java.util.Locale;

/** What speaks for a sentence as the answer to a question. Each is 0 to 1, and the more the better. */
enum Sign {
    /** Cosine with the question, alone or under its heading. */
    SIMILARITY,
    /** Cosine of question and passage. */
    PASSAGE_SIMILARITY,
    /** Share of the question's words that the passage has. */
    PASSAGE_COVERAGE,
    /** Weighted share of the question's words that it has with title and heading; of all that is said, where more than it is. */
    COVERAGE,
    /** The same without title and heading. */
    OWN_COVERAGE,
    /** Whether it has a thing of the kind that is asked for. */
    KIND_OF_ANSWER,
    /** It does not say that it means another kind of thing. */
    NOT_ANOTHER_KIND,
    /** It names a figure of the question, or a range that holds it. */
    SAME_FIGURES,
    /** It speaks of no others in their place. */
    NO_OTHER_FIGURES,
    /** Share of the question's names and abbreviations that it has, with title and heading. */
    NAMES_SAID,
    /** Not about some customers or products only, unless the question is. */
    FOR_EVERYONE,
    /** Place of its passage among those found. */
    PLACE,
    /** Running text, not an item of a list or a row. */
    PROSE,
    LENGTH,
    /** Every word of the question has a word that means as much there. */
    ALIGNED,
    ALIGNED_EVENLY,
    /** The word of the question that fares worst. */
    WEAKEST_WORD,
    /** The same three with title and heading. */
    ALIGNED_BELOW_HEADING,
    ALIGNED_EVENLY_BELOW_HEADING,
    WEAKEST_WORD_BELOW_HEADING,
    /** It does not name the other of two things that exclude each other. */
    NOT_CONTRARY,
    /** Its title and heading do not. */
    HEADING_NOT_CONTRARY,
    /** It names the same of such things. */
    SAME_SIDE,
    /** It leaves none of them open. */
    NOTHING_OPEN,
    /** It adds none of them. */
    NOTHING_ADDED;

    /** As in the decision record. */
    String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
