package io.openteller.platform.curation.internal;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;

/** What whoever approves a version should know about it. */
@Controller("/api/v1/knowledge/checks")
@ExecuteOn(TaskExecutors.BLOCKING)
class CheckController {

    private final Knowledge knowledge;
    private final Checks checks;

    CheckController(Knowledge knowledge, Checks checks) {
        this.knowledge = knowledge;
        this.checks = checks;
    }

    /** Passages of other documents in force that say nearly the same, or contradict it. */
    @Get("/{slug}/{version}")
    @Allowed(Permission.KNOWLEDGE_READ)
    Checked of(String slug, int version) {
        return checks.of(knowledge.version(slug, version).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)));
    }
}
