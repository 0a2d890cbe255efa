package io.openteller.bench.faults;

/** Something that goes wrong around a platform, and what must hold nevertheless. */
interface Scenario {

    /** Lower-case words with hyphens. */
    String name();

    /** In a sentence or two. */
    String mustHold();

    /** The bug that is planted to see that this finds one, in words. */
    String planted();

    /** Whether it is run with the tests, too. */
    default boolean isQuick() {
        return false;
    }

    /** Leaves everything around the platform as it was. */
    void run(Ground ground, Findings findings) throws InterruptedException;
}
