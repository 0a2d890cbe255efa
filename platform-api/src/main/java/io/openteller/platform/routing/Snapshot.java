package io.openteller.platform.routing;

import io.openteller.platform.understanding.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision may depend on.
 *
 * @param reading what was understood of the message
 * @param refusalsInARow how often the assistant has just said that it does not know
 * @param message what the customer wrote
 * @param underWay the procedure that the conversation is in; null if it is in none
 * @param startable procedures that a message may start
 * @param leftToPeople what of the message a persona leaves to a person; null if nothing
 */
public record Snapshot(
        Reading reading,
        int refusalsInARow,
        String message,
        @Nullable Startable underWay,
        List<Startable> startable,
        @Nullable LeftToPeople leftToPeople) {

    public Snapshot {
        startable = List.copyOf(startable);
    }

    public Snapshot(
            Reading reading, int refusalsInARow, String message, @Nullable Startable underWay, List<Startable> startable) {
        this(reading, refusalsInARow, message, underWay, startable, null);
    }

    /** Where there are no procedures. */
    public Snapshot(Reading reading, int refusalsInARow) {
        this(reading, refusalsInARow, "", null, List.of());
    }

    public Snapshot leaving(@Nullable LeftToPeople left) {
        return new Snapshot(reading, refusalsInARow, message, underWay, startable, left);
    }

    /** @param words of the message at which the persona's rule fetches a person of that team */
    public record LeftToPeople(String persona, String team, String why, String words) {}

    /** @param phrases what customers say who mean it, in every language */
    public record Startable(String procedure, List<String> intents, List<String> phrases) {

        public Startable {
            intents = List.copyOf(intents);
            phrases = List.copyOf(phrases);
        }
    }

    /** The procedure for this intent, if there is one. */
    public @Nullable Startable startedBy(String intent) {
        return startable.stream()
                .filter(one -> one.intents().contains(intent))
                .findFirst()
                .orElse(null);
    }
}
