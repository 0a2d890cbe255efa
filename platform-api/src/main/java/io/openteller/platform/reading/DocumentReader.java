package io.openteller.platform.reading;

import io.openteller.platform.reading.internal.HtmlFirstReader;

/** Turns a file into titled sections that can be cited. */
public interface DocumentReader {

    /** @throws io.openteller.platform.problem.ProblemException if it cannot be read, saying why */
    ReadDocument read(HandedFile file);

    /** For use outside a running platform. */
    static DocumentReader standard() {
        return new HtmlFirstReader();
    }
}
