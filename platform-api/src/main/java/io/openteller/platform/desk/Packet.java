package io.openteller.platform.desk;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person needs so that the customer repeats nothing.
 *
 * @param summary what the customer wants, in their own words where possible
 * @param verifiedIdentity how sure the bank is who this is, as a sentence
 * @param mood CALM, WORRIED or UPSET
 * @param facts what is known, each with where it comes from
 * @param tried what the assistant did, and with what result
 * @param promises what the customer was told would happen
 */
@Serdeable
public record Packet(
        String summary,
        Reason reason,
        @Nullable String intent,
        @Nullable Double confidence,
        String verifiedIdentity,
        String language,
        String mood,
        List<Fact> facts,
        List<Attempt> tried,
        List<Promise> promises,
        Instant createdAt) {

    /** @param source plugin, document or message that it comes from */
    @Serdeable
    public record Fact(String label, String value, String source, Instant at) {}

    @Serdeable
    public record Attempt(String what, String result, Instant at) {}

    @Serdeable
    public record Promise(String text, @Nullable Instant dueAt) {}
}
