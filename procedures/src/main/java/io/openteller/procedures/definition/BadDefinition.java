package io.openteller.procedures.definition;

import java.util.List;
import java.util.stream.Collectors;

/** What was given is not a definition. */
public final class BadDefinition extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    BadDefinition(List<Fault> faults) {
        super(faults.stream().map(Fault::message).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** At least one, in the order they were met. */
    public List<Fault> faults() {
        return faults;
    }
}
