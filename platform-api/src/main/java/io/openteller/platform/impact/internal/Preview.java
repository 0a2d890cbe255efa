package io.openteller.platform.impact.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.answer.Composed;
import io.openteller.platform.retrieval.Passage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a preview is and what it found.
 *
 * @param asked how many past questions there are to ask
 * @param done how many of them were
 */
@Serdeable
record Preview(int asked, List<Change> changed, boolean running, int done, boolean failed) {

    static final Preview NONE = new Preview(0, List.of(), false, 0, false);

    @Serdeable
    record Change(String question, Instant askedAt, Side before, Side after) {}

    /** @param kind ANSWERED, CLARIFY, CONFLICT or NOT_KNOWN */
    @Serdeable
    record Side(String kind, @Nullable String text, List<Cited> citations) {

        static Side of(Composed composed) {
            return switch (composed) {
                case Composed.Grounded grounded -> new Side("ANSWERED", grounded.text(), cited(grounded.cited()));
                case Composed.Clarify clarify ->
                    new Side("CLARIFY", String.join("; ", clarify.options()), List.of());
                case Composed.Conflict conflict ->
                    new Side("CONFLICT", null, cited(conflict.passages()));
                case Composed.NotKnown unknown -> new Side("NOT_KNOWN", null, List.of());
            };
        }

        /** The same words from the same document are the same, whatever its version. */
        boolean saysOtherThan(Side other) {
            return !kind.equals(other.kind)
                    || !java.util.Objects.equals(text, other.text)
                    || !slugs().equals(other.slugs());
        }

        private List<String> slugs() {
            return citations.stream().map(Cited::slug).toList();
        }

        private static List<Cited> cited(List<Passage> passages) {
            return passages.stream()
                    .map(one -> new Cited(one.slug(), one.version(), one.title(), one.heading()))
                    .toList();
        }
    }

    @Serdeable
    record Cited(String slug, int version, String title, String heading) {}
}
