package io.openteller.platform.reading;

import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.reading.internal.SniffingReader;

/** Turns a file into titled sections that can be cited. */
public interface DocumentReader {

    /** Reads a file, or says what is the matter with it. What it is, its bytes tell; its ending only helps with plain text. */
    ReadOutcome open(HandedFile file);

    /** @throws ProblemException if it cannot be read, saying why */
    default ReadDocument read(HandedFile file) {
        return switch (open(file)) {
            case ReadOutcome.Read(var document, var known, var notes) -> document;
            case ReadOutcome.Unreadable(var fault, var detail) ->
                throw new ProblemException(
                        fault == Fault.TYPE_UNKNOWN
                                ? ErrorCode.DOCUMENT_TYPE_UNKNOWN
                                : ErrorCode.DOCUMENT_UNREADABLE,
                        detail);
        };
    }

    /** For use outside a running platform. */
    static DocumentReader standard() {
        return new SniffingReader();
    }
}
