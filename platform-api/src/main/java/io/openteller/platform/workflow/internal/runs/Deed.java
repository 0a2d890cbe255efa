package io.openteller.platform.workflow.internal.runs;

import io.openteller.procedures.machine.Event;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of something that was to be carried out. */
sealed interface Deed {

    /** It is over, and the run goes on with that. */
    record Ended(Event event, List<Output> said) implements Deed {}

    /** It cannot go on now. @param look when to try again; null if only somebody's word helps */
    record Waits(Todo todo, List<Output> said, @Nullable Duration look) implements Deed {}
}
