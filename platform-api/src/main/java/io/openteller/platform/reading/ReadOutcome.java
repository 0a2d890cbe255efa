package io.openteller.platform.reading;

import java.util.List;

/** What became of reading a file. */
public sealed interface ReadOutcome {

    /**
     * @param languageKnown whether the file, or whoever handed it in, says what language it is in; if not, English is assumed
     * @param notes what the person who hands it in should know: pages without text, for example
     */
    record Read(ReadDocument document, boolean languageKnown, List<String> notes) implements ReadOutcome {}

    /** @param detail one sentence for that person */
    record Unreadable(Fault fault, String detail) implements ReadOutcome {}
}
