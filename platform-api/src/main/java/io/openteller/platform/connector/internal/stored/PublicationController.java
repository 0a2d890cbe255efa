package io.openteller.platform.connector.internal.stored;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.connector.internal.stored.StoredViews.ConnectorPage;
import io.openteller.platform.connector.internal.stored.StoredViews.ConnectorVersion;
import io.openteller.platform.connector.internal.stored.StoredViews.ConnectorVersions;
import io.openteller.platform.connector.internal.stored.StoredViews.ListedVersion;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import org.jspecify.annotations.Nullable;

/** Publishing a connector, and what was published. */
@Controller("/api/v1/connectors/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
class PublicationController {

    private static final int LONGEST = 2_000;

    private final Publication publication;
    private final Pages pages;
    private final TenantDatabase database;
    private final VersionSql versions;

    PublicationController(Publication publication, Pages pages, TenantDatabase database, VersionSql versions) {
        this.publication = publication;
        this.pages = pages;
        this.database = database;
        this.versions = versions;
    }

    /** @param comment what changed and why, for the second person */
    @Serdeable
    record ConnectorWish(String etag, @Nullable String comment) {}

    @Post("/publication")
    @Status(HttpStatus.ACCEPTED)
    @Allowed(Permission.PLUGIN_WRITE)
    ConnectorPage ask(String id, @Body ConnectorWish wish) {
        publication.ask(id, StoreController.etag(wish.etag()), text(wish.comment()), CurrentActor.get());
        return pages.of(id, CurrentActor.get());
    }

    /** @param etag of what was shown to who approves */
    @Serdeable
    record ConnectorAgreed(String etag) {}

    /** From then on new conversations run on it; those that ask the bank by connectors already finish on theirs. */
    @Post("/publication/approval")
    @Allowed(Permission.PLUGIN_WRITE)
    ConnectorPage approve(String id, @Body ConnectorAgreed agreed) {
        publication.approve(id, StoreController.etag(agreed.etag()), CurrentActor.get());
        return pages.of(id, CurrentActor.get());
    }

    @Serdeable
    record ConnectorRefusal(@Nullable String reason) {}

    @Post("/publication/refusal")
    @Allowed(Permission.PLUGIN_WRITE)
    ConnectorPage refuse(String id, @Body ConnectorRefusal refusal) {
        publication.refuse(id, text(refusal.reason()), CurrentActor.get());
        return pages.of(id, CurrentActor.get());
    }

    /** At once, for every conversation; what is in doubt is still found out by it. To use it again, publish it again. */
    @Delete("/use")
    @Allowed(Permission.PLUGIN_WRITE)
    ConnectorPage takeOutOfUse(String id) {
        publication.takeOutOfUse(id, CurrentActor.get());
        return pages.of(id, CurrentActor.get());
    }

    @Get("/versions")
    @Allowed(Permission.PLUGIN_READ)
    ConnectorVersions versions(String id) {
        return new ConnectorVersions(database.inTransaction(sql -> versions.of(sql, id)).stream()
                .map(one -> new ListedVersion(
                        one.number(), one.publishedAt(), one.askedName(), one.approvedName(), one.comment()))
                .toList());
    }

    @Get("/versions/{number}")
    @Allowed(Permission.PLUGIN_READ)
    ConnectorVersion version(String id, int number) {
        return database.inTransaction(sql -> versions.find(sql, id, number))
                .map(Pages::version)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    private static String text(@Nullable String given) {
        String text = given == null ? "" : given.strip();
        if (text.length() > LONGEST) {
            throw new ProblemException(ErrorCode.MESSAGE_TOO_LONG);
        }
        return text;
    }
}
