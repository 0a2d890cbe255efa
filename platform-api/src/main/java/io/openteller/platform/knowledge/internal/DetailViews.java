package io.openteller.platform.knowledge.internal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.knowledge.DocumentVersion;
import io.openteller.platform.knowledge.Standing;
import io.openteller.platform.knowledge.internal.DocumentViews.Row;
import io.openteller.platform.reading.ReadDocument.Format;
import io.openteller.platform.reading.ReadDocument.Section;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One document with its versions, as the API shows it. */
final class DetailViews {

    private DetailViews() {}

    /**
     * @param row as in the list; its fields stand beside the versions
     * @param versions newest first
     */
    @Serdeable
    record Detail(@JsonUnwrapped Row row, List<Version> versions, Suggestions suggestions) {}

    /** @param category null if none fits better than the one it has */
    @Serdeable
    record Suggestions(@Nullable String category, List<String> tags) {}

    /**
     * @param effectiveFrom the first moment in force; in review, the moment that was proposed
     * @param supersededAt when another version took its place, or will
     */
    @Serdeable
    record Version(
            int version,
            Standing standing,
            String title,
            Format format,
            int passages,
            Instant at,
            String by,
            boolean mine,
            @Nullable Instant submittedAt,
            @Nullable String submittedBy,
            List<Approved> approvals,
            int approvalsNeeded,
            @Nullable String rejectedBy,
            @Nullable Instant rejectedAt,
            @Nullable String rejectedReason,
            @Nullable Instant effectiveFrom,
            @Nullable Instant effectiveUntil,
            @Nullable Instant supersededAt,
            @Nullable String revokedBy,
            @Nullable Instant revokedAt,
            @Nullable String revokedReason,
            @Nullable String changeNote) {}

    @Serdeable
    record Approved(String by, Instant at, @Nullable String comment) {}

    @Serdeable
    record Text(
            int version,
            Standing standing,
            String title,
            @Nullable String markdown,
            List<Passage> passages) {

        static Text of(DocumentVersion version) {
            List<Section> sections = version.sections();
            return new Text(
                    version.version(),
                    version.standing(),
                    version.title(),
                    version.markdown(),
                    IntStream.range(0, sections.size())
                            .mapToObj(i -> Passage.of(i, sections.get(i)))
                            .toList());
        }
    }

    /** A passage as the index sees it. */
    @Serdeable
    record Passage(int position, String heading, String text, String place, boolean pair) {

        static Passage of(int position, Section section) {
            return new Passage(position, section.heading(), section.text(), section.place(), section.pair());
        }
    }
}
