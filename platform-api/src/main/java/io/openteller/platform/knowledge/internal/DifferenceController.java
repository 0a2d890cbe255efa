package io.openteller.platform.knowledge.internal;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.knowledge.DocumentVersion;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed from one version to another. */
@Controller("/api/v1/documents")
@ExecuteOn(TaskExecutors.BLOCKING)
class DifferenceController {

    private static final int MOST = 20_000;

    private final Knowledge knowledge;

    DifferenceController(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Get("/{slug}/diff")
    @Allowed(Permission.KNOWLEDGE_READ)
    Difference difference(String slug, @Nullable @QueryValue Integer from, @Nullable @QueryValue Integer to) {
        if (from == null || to == null) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "Say which versions to compare, from and to");
        }
        DocumentVersion left = version(slug, from);
        DocumentVersion right = version(slug, to);
        // What was written cannot be compared with what was read from a file of another format, but passages can.
        boolean written = left.markdown() != null && right.markdown() != null;
        List<String> before = lines(left, written);
        List<String> after = lines(right, written);
        if (before.size() > MOST || after.size() > MOST) {
            throw new ProblemException(ErrorCode.DIFFERENCE_TOO_LARGE);
        }
        return new Difference(from, to, SideBySide.rows(before, after));
    }

    private DocumentVersion version(String slug, int version) {
        return knowledge.version(slug, version).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    private static List<String> lines(DocumentVersion version, boolean written) {
        Lines lines = new Lines(version.language());
        return written && version.markdown() != null
                ? lines.of(version.markdown())
                : lines.of(version.sections());
    }
}
