package io.openteller.platform.workflow;

import io.openteller.platform.desk.Packet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a procedure has for the customer.
 *
 * @param told how much of what each run has to say is in here
 * @param text may be empty
 * @param card as the widget draws it; null if the customer is asked for no step
 * @param evidence values that were put into the text
 * @param performed calls to the bank's systems
 * @param elsewhere what else the customer asked; null if nothing
 * @param passed to a person; null if nothing is
 * @param trails of the runs that speak
 */
public record RunReply(
        Map<UUID, Integer> told,
        String text,
        @Nullable Map<String, Object> card,
        List<String> evidence,
        List<Performed> performed,
        @Nullable Elsewhere elsewhere,
        @Nullable Passed passed,
        List<Trail> trails) {

    /** @param message to be answered as any is; {@code reminder} of what was asked, to be said after it */
    public record Elsewhere(String message, String reminder) {}

    /** @param team empty for whoever takes what has no team */
    public record Passed(String team, String reason, List<Packet.Fact> facts, List<Packet.Promise> promises) {}

    /** @param path nodes that were entered, oldest first; {@code waiting} empty if it is over or goes on by itself */
    public record Trail(UUID run, String procedure, int version, List<String> path, String waiting) {}

    /** Whether there is nothing to tell the customer. */
    public boolean isSilent() {
        return text.isBlank() && card == null && elsewhere == null && passed == null;
    }
}
