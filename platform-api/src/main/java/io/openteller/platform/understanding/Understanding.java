package io.openteller.platform.understanding;

/** Reads one message. Needs no network, and a few milliseconds. */
public interface Understanding {

    Reading read(String message);
}
