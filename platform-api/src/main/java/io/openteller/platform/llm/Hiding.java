package io.openteller.platform.llm;

/** Makes text of members of staff fit for a model. The guard does it: see {@link Hidden}. */
public interface Hiding {

    /** With tokens in place of personal values. */
    Hidden hidden(String text);
}
