package io.openteller.platform.conversation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something about the customer that a conversation keeps. */
public sealed interface CustomerMark {

    /** They proved who they are, by a code, answers or a known device; holds for a while. Only for a customer whom the bank has identified. */
    record SteppedUp(Duration holds) implements CustomerMark {}

    /** Whether the answer at this place helped; the last vote counts. */
    record Voted(long seq, boolean helpful) implements CustomerMark {}

    /** How it was, 1 to 5; once, and only after the conversation is closed. */
    record Rated(int rating, @Nullable String comment) implements CustomerMark {}
}
