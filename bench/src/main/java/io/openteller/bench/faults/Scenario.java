package io.openteller.bench.faults;

/** Something that goes wrong around a platform, and what must hold nevertheless. */
abstract class Scenario {

    private final String name;
    private final String mustHold;
    private final String planted;

    /**
     * @param name lower-case words with hyphens
     * @param mustHold in a sentence or two
     * @param planted the bug that is planted to see that this finds one, in words
     */
    Scenario(String name, String mustHold, String planted) {
        this.name = name;
        this.mustHold = mustHold;
        this.planted = planted;
    }

    final String name() {
        return name;
    }

    final String mustHold() {
        return mustHold;
    }

    final String planted() {
        return planted;
    }

    /** Whether it is run with the tests, too. */
    boolean isQuick() {
        return false;
    }

    /** Leaves everything around the platform as it was. */
    abstract void run(Ground ground, Findings findings) throws InterruptedException;
}
