package io.openteller.platform.connector.internal.stored;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.connectors.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stored connectors as the console sees them. The workbench is the console's own. */
final class StoredViews {

    private StoredViews() {}

    /** @param running what was published last, or put into the plugin by whoever set the bank up; null before that */
    @Serdeable
    record Connectors(List<ConnectorLine> connectors, @Nullable RunningConnector running) {}

    /** @param connector the document, for one that is not kept here: it was put into the plugin by hand once */
    @Serdeable
    record RunningConnector(String name, int version, @Nullable Map<String, Object> connector) {}

    /** @param findings of the draft, if there is one */
    @Serdeable
    record ConnectorLine(
            String id,
            boolean inUse,
            @Nullable String title,
            int operations,
            @Nullable PublishedLine published,
            @Nullable ChangedLine draft,
            @Nullable AskedLine waiting,
            int findings) {}

    @Serdeable
    record PublishedLine(int version, Instant publishedAt, String askedBy, String approvedBy) {}

    @Serdeable
    record ChangedLine(Instant changedAt, String changedBy) {}

    /** @param mine whether whoever looks must not decide on it */
    @Serdeable
    record AskedLine(String askedBy, Instant askedAt, boolean mine) {}

    /** @param refused how the newest request for publication ended, if it was refused */
    @Serdeable
    record ConnectorPage(
            String id,
            boolean inUse,
            @Nullable ConnectorVersion published,
            @Nullable ConnectorDraft draft,
            @Nullable ConnectorRequest waiting,
            @Nullable ConnectorRefused refused,
            @Nullable RunningConnector running) {}

    @Serdeable
    record ConnectorDraft(
            String etag,
            Instant changedAt,
            String changedBy,
            Map<String, Object> connector,
            Map<String, Object> workbench,
            List<ConnectorFinding> findings) {}

    /** @param mine whether whoever looks must not decide on it */
    @Serdeable
    record ConnectorRequest(
            String askedBy,
            Instant askedAt,
            String etag,
            String comment,
            boolean mine,
            Map<String, Object> connector) {}

    @Serdeable
    record ConnectorRefused(String by, Instant at, String reason) {}

    @Serdeable
    record ConnectorVersion(
            int version,
            Instant publishedAt,
            String askedBy,
            String approvedBy,
            String comment,
            Map<String, Object> connector,
            Map<String, Object> workbench) {}

    @Serdeable
    record ConnectorVersions(List<ListedVersion> versions) {}

    @Serdeable
    record ListedVersion(int version, Instant publishedAt, String askedBy, String approvedBy, String comment) {}

    /** @param place a JSON pointer into the document */
    @Serdeable
    record ConnectorFinding(String rule, String place, String sentence) {
        static List<ConnectorFinding> of(List<Finding> findings) {
            return findings.stream()
                    .map(one -> new ConnectorFinding(one.rule().name(), one.place(), one.sentence()))
                    .toList();
        }
    }

    @Serdeable
    record SavedConnector(String etag, List<ConnectorFinding> findings) {}
}
