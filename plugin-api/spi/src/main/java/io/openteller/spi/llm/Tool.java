package io.openteller.spi.llm;

/** Something that a model may ask the platform to do. */
public interface Tool {

    /** Lower-case letters, digits and underscores, at most 64. */
    String name();

    /** When to use it, in a sentence or two. */
    String description();

    /** JSON Schema (2020-12) of its arguments, an object. */
    String schema();
}
