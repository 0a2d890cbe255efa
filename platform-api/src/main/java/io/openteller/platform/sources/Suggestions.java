package io.openteller.platform.sources;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the bank's people told customers that others will ask too, for the current tenant. A person decides about each. */
public interface Suggestions {

    /** Closed conversations that would make a question and an answer, newest first; personal data is masked. */
    List<Suggestion> list(int limit);

    /**
     * Makes a draft of it, in the words of whoever takes it.
     *
     * @return empty if there is no such suggestion, or it was decided before
     */
    Optional<Taken> take(UUID conversation, String question, String answer, Actor by);

    /** @return false as {@link #take} */
    boolean dismiss(UUID conversation, String by);

    /**
     * One conversation.
     *
     * @param agent who answered
     */
    @Serdeable
    record Suggestion(
            UUID conversationId, String question, String answer, Instant at, @Nullable String agent, State state) {}

    /** The draft that was made. */
    @Serdeable
    record Taken(String slug, int version) {}

    /** What was decided. */
    enum State {
        SUGGESTED,
        TAKEN,
        DISMISSED
    }
}
