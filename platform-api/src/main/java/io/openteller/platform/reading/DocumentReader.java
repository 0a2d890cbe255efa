package io.openteller.platform.reading;

/** Turns a file into titled sections that can be cited. */
public interface DocumentReader {

    /** @throws io.openteller.platform.problem.ProblemException if it cannot be read, saying why */
    ReadDocument read(HandedFile file);
}
