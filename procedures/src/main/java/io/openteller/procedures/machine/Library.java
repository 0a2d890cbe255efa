package io.openteller.procedures.machine;

import io.openteller.procedures.definition.Definition;
import java.util.Optional;
import java.util.OptionalInt;

/** The procedures a run can meet. Answers must not change while a run is in progress. */
public interface Library {

    /** As published under that number. */
    Optional<Definition> find(String procedure, int version);

    /** The version that a run of it begins with; the run keeps it. */
    OptionalInt current(String procedure);

    /** The procedure that a customer with this intent wants. */
    Optional<String> startedBy(String intent);
}
