package io.openteller.platform.knowledge.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.knowledge.DocumentInfo;
import io.openteller.platform.knowledge.DocumentVersion;
import io.openteller.platform.reading.ReadDocument.Format;
import io.openteller.platform.reading.ReadDocument.Section;
import java.time.Instant;
import java.util.List;

/** Documents as the API shows them. */
final class DocumentViews {

    private DocumentViews() {}

    @Serdeable
    record Items<T>(List<T> items) {}

    /** @param passages how many pieces can be cited */
    @Serdeable
    record Row(
            String slug,
            String title,
            String category,
            String language,
            int version,
            String status,
            Format format,
            int passages,
            Instant updatedAt,
            String updatedBy) {

        static Row of(DocumentInfo info) {
            return new Row(
                    info.slug(),
                    info.title(),
                    info.category(),
                    info.language(),
                    info.version(),
                    info.archived() ? "ARCHIVED" : "PUBLISHED",
                    info.format(),
                    info.passages(),
                    info.updatedAt(),
                    info.updatedBy());
        }
    }

    @Serdeable
    record Detail(
            String slug,
            String title,
            String category,
            String language,
            int version,
            String status,
            Format format,
            Instant updatedAt,
            String updatedBy,
            List<Section> passages,
            List<Version> versions) {

        static Detail of(DocumentInfo info, List<DocumentVersion> versions) {
            Row row = Row.of(info);
            return new Detail(
                    row.slug(),
                    row.title(),
                    row.category(),
                    row.language(),
                    row.version(),
                    row.status(),
                    row.format(),
                    row.updatedAt(),
                    row.updatedBy(),
                    versions.isEmpty() ? List.of() : versions.getFirst().sections(),
                    versions.stream()
                            .map(version -> new Version(version.version(), version.updatedAt(), version.updatedBy()))
                            .toList());
        }
    }

    @Serdeable
    record Version(int version, Instant updatedAt, String updatedBy) {}

    @Serdeable
    record Preview(String title, String language, Format format, List<Section> passages) {}
}
