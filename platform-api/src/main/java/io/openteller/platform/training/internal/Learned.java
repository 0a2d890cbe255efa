package io.openteller.platform.training.internal;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/** One example of an intent. */
record Learned(UUID id, String intent, String text, String language, Source source, Instant addedAt, String addedBy) {

    /** Where it came from. */
    @Serdeable
    enum Source {
        STARTER,
        ADMIN,
        IMPORT,
        AGENT_CORRECTION
    }

    static Learned of(String intent, String text, String language, Source source, String by) {
        String clean = ExampleText.clean(text);
        return new Learned(ExampleText.id(clean), intent, clean, language, source, Instant.now(), by);
    }
}
