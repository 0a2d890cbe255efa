package io.openteller.platform.understanding;

/** How the customer sounds. */
public enum Mood {
    CALM,
    WORRIED,
    UPSET
}
