package io.openteller.platform.guard;

import java.util.List;
import java.util.Set;

/**
 * A text about to be sent.
 *
 * @param heard what the customer wrote in this conversation: their own numbers may be said back to them
 * @param otherBanks names that must not be said, unless the evidence says them
 */
public record Reply(String text, List<String> heard, Set<String> otherBanks) {

    public Reply {
        heard = List.copyOf(heard);
        otherBanks = Set.copyOf(otherBanks);
    }

    public static Reply of(String text) {
        return new Reply(text, List.of(), Set.of());
    }
}
