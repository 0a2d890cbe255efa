package io.openteller.platform.reading;

import java.util.List;

/** What became of reading a file. */
public sealed interface ReadOutcome {

    /** @param notes what the person who hands it in should know: pages without text, for example */
    record Read(ReadDocument document, List<String> notes) implements ReadOutcome {}

    /** @param detail one sentence for that person */
    record Unreadable(Fault fault, String detail) implements ReadOutcome {}
}
