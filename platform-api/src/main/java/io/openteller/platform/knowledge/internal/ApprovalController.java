package io.openteller.platform.knowledge.internal;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.knowledge.Approval;
import io.openteller.platform.knowledge.Approvals;
import io.openteller.platform.knowledge.internal.DetailViews.Detail;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Deciding what answers may be made from. */
@Controller("/api/v1/documents")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApprovalController {

    private final Approvals approvals;
    private final Details details;

    ApprovalController(Approvals approvals, Details details) {
        this.approvals = approvals;
        this.details = details;
    }

    @Serdeable
    record Given(
            @Nullable String comment,
            @Nullable Instant effectiveFrom,
            @Nullable Instant effectiveUntil) {}

    @Post("/{slug}/versions/{version}/approve")
    @Allowed(Permission.KNOWLEDGE_APPROVE)
    Detail approve(String slug, int version, @Nullable @Body Given given) {
        approvals.approve(
                slug,
                version,
                given == null
                        ? Approval.AT_ONCE
                        : new Approval(given.comment(), given.effectiveFrom(), given.effectiveUntil()),
                CurrentActor.get());
        return detail(slug);
    }

    @Serdeable
    record Reason(@Nullable String reason) {

        static String of(@Nullable Reason said) {
            return said == null || said.reason() == null ? "" : said.reason();
        }
    }

    @Post("/{slug}/versions/{version}/reject")
    @Allowed(Permission.KNOWLEDGE_APPROVE)
    Detail reject(String slug, int version, @Nullable @Body Reason reason) {
        approvals.reject(slug, version, Reason.of(reason), CurrentActor.get());
        return detail(slug);
    }

    /** Takes a version out of answers at once; whoever may approve may do that, also with what they wrote. */
    @Post("/{slug}/versions/{version}/revoke")
    @Allowed(Permission.KNOWLEDGE_APPROVE)
    Detail revoke(String slug, int version, @Nullable @Body Reason reason) {
        approvals.revoke(slug, version, Reason.of(reason), CurrentActor.get());
        return detail(slug);
    }

    @Post("/{slug}/archive")
    @Allowed(Permission.KNOWLEDGE_APPROVE)
    Detail archive(String slug) {
        approvals.archive(slug, CurrentActor.get());
        return detail(slug);
    }

    private Detail detail(String slug) {
        return details.of(slug, CurrentStaff.get().id());
    }
}
