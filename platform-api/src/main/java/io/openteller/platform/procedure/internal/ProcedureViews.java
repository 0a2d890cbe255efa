package io.openteller.platform.procedure.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.procedures.check.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the console sees. Definitions are in the language of procedures; layouts are the canvas's own. */
final class ProcedureViews {

    private ProcedureViews() {}

    @Serdeable
    record Overview(List<Line> procedures, List<String> languages) {}

    /**
     * One procedure.
     *
     * @param refused how the newest request for publication ended, if it was refused
     * @param findings of the draft, if there is one
     * @param runsOpen how many conversations are in it, on any version
     */
    @Serdeable
    record Line(
            String id,
            Map<String, Object> title,
            @Nullable Integer publishedVersion,
            @Nullable Instant publishedAt,
            @Nullable Touched draft,
            @Nullable Asked waiting,
            @Nullable Refused refused,
            int findings,
            boolean shipped,
            int runsOpen,
            boolean archived) {}

    @Serdeable
    record Touched(String etag, Instant changedAt, String changedBy) {}

    /** @param mine whether whoever looks must not decide on it */
    @Serdeable
    record Asked(
            String askedBy,
            Instant askedAt,
            String etag,
            String comment,
            boolean mine,
            @Nullable Map<String, Object> definition) {}

    /** @param refused how the newest request for publication ended, if it was refused */
    @Serdeable
    record Page(
            String id,
            @Nullable Version published,
            @Nullable Draft draft,
            @Nullable Asked waiting,
            @Nullable Refused refused,
            boolean archived) {}

    @Serdeable
    record Refused(String by, Instant at, String reason) {}

    @Serdeable
    record Draft(
            String etag,
            Instant changedAt,
            String changedBy,
            Map<String, Object> definition,
            Map<String, Object> layout,
            List<Fault> findings) {}

    @Serdeable
    record Version(
            int version,
            Instant publishedAt,
            String askedBy,
            String approvedBy,
            String comment,
            Map<String, Object> definition,
            Map<String, Object> layout) {}

    @Serdeable
    record Versions(List<Listed> versions) {}

    /** @param runsOpen how many conversations are still on this version */
    @Serdeable
    record Listed(int version, Instant publishedAt, String askedBy, String approvedBy, String comment, int runsOpen) {}

    /** @param node null for what concerns the whole */
    @Serdeable
    record Fault(String rule, @Nullable String node, String message) {
        static List<Fault> of(List<Finding> findings) {
            return findings.stream()
                    .map(one -> new Fault(one.rule().name(), one.node(), one.message()))
                    .toList();
        }
    }

    @Serdeable
    record Faults(List<Fault> findings) {}

    @Serdeable
    record Saved(String etag, List<Fault> findings) {}

    @Serdeable
    record Imported(Map<String, Object> definition, List<String> notes, List<Fault> findings) {}
}
