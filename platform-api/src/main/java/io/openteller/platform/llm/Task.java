package io.openteller.platform.llm;

/** What a model is asked for; each has a route of its own. */
public enum Task {
    UNDERSTAND,
    ANSWER,
    /** Nothing asks for it yet. */
    SUMMARISE,
    /** Nothing asks for it yet. */
    JUDGE,
    TRANSLATE
}
