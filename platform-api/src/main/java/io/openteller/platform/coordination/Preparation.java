package io.openteller.platform.coordination;

/** Something without which this process answers nobody. Done while the rest starts; until all are done it is not ready. */
public interface Preparation {

    /** For the log: a word or two. */
    String what();

    /** Returns when it is there. Called once, and again a while later if it fails. */
    void prepare();
}
