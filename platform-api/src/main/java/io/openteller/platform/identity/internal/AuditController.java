package io.openteller.platform.identity.internal;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.audit.AuditEntry;
import io.openteller.platform.audit.ChainState;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The record, for those who may read it. Here and not in audit, which lies below and knows no permissions. */
@Controller("/api/v1/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
class AuditController {

    private static final int LARGEST_PAGE = 500;

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    @Serdeable
    record Who(@Nullable UUID id, String name, Actor.@Nullable Kind kind) {}

    @Serdeable
    record Item(long number, Instant at, Who actor, String action, String subject, String hash) {
        static Item of(AuditEntry entry) {
            Actor actor = entry.actor();
            Who who = actor == null ? new Who(null, "not recorded", null) : new Who(actor.id(), actor.name(), actor.kind());
            return new Item(entry.number(), entry.at(), who, entry.action(), entry.subject(), entry.hash());
        }
    }

    /** @param next where the following page begins; null on the last one */
    @Serdeable
    record Page(List<Item> items, @Nullable Long next) {}

    @Serdeable
    record Verified(boolean intact, long events, @Nullable Long firstBroken) {}

    @Get
    @Allowed(Permission.AUDIT_READ)
    Page page(
            @Nullable @QueryValue Long before,
            @Nullable @QueryValue String action,
            @Nullable @QueryValue Integer limit) {
        int size = Math.clamp(limit == null ? 100 : limit, 1, LARGEST_PAGE);
        List<AuditEntry> found =
                audit.page(before == null ? Long.MAX_VALUE : before, action == null ? "" : action.strip(), size + 1);
        List<Item> items = found.stream().limit(size).map(Item::of).toList();
        return new Page(items, found.size() > size ? items.getLast().number() : null);
    }

    @Post("/verify")
    @Allowed(Permission.AUDIT_READ)
    Verified verify() {
        return switch (audit.verify()) {
            case ChainState.Intact(long events) -> new Verified(true, events, null);
            case ChainState.Broken(long number) -> new Verified(false, number - 1, number);
        };
    }
}
