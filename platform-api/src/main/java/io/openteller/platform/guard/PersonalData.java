package io.openteller.platform.guard;

import java.util.List;

/** Finds what tells who somebody is or gives access to their money. Needs no model and no network. */
public interface PersonalData {

    /** Whether names are known; until then the other methods wait: a moment after the start, in a build without models a minute. */
    boolean isReady();

    /** What is personal, in the order of the text; no two overlap, and what is doubtful is left out. */
    List<Span> find(String text);

    /** All that any recogniser sees, however doubtful: nine digits may be many things. For measuring recognisers. */
    List<Span> candidates(String text);
}
