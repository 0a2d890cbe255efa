package io.openteller.bench;

/** Tells the person who waits how far it is. */
@FunctionalInterface
public interface Progress {

    void say(String line);
}
