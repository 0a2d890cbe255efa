package io.openteller.platform.connector.internal.stored;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.connector.internal.stored.StoredViews.ConnectorFinding;
import io.openteller.platform.connector.internal.stored.StoredViews.ConnectorPage;
import io.openteller.platform.connector.internal.stored.StoredViews.Connectors;
import io.openteller.platform.connector.internal.stored.StoredViews.SavedConnector;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A bank's connectors and the drafts of them. */
@Controller("/api/v1/connectors")
@ExecuteOn(TaskExecutors.BLOCKING)
class StoreController {

    private final Pages pages;
    private final Drafts drafts;
    private final Documents documents;

    StoreController(Pages pages, Drafts drafts, Documents documents) {
        this.pages = pages;
        this.drafts = drafts;
        this.documents = documents;
    }

    @Get
    @Allowed(Permission.PLUGIN_READ)
    Connectors all() {
        return pages.all(CurrentActor.get());
    }

    @Get("/{id}")
    @Allowed(Permission.PLUGIN_READ)
    ConnectorPage one(String id) {
        return pages.of(id, CurrentActor.get());
    }

    /** @param workbench samples and what else the console keeps beside the document; as it comes */
    @Serdeable
    record WrittenConnector(Map<String, Object> connector, @Nullable Map<String, Object> workbench) {}

    /** @param seen etag of the draft that was changed; left out for the first one */
    @Put("/{id}/draft")
    @Allowed(Permission.PLUGIN_WRITE)
    SavedConnector save(String id, @Nullable @Header("If-Match") String seen, @Body WrittenConnector written) {
        Drafts.Saved saved = drafts.save(
                id,
                seen == null ? null : etag(seen),
                Judge.text(written.connector()),
                Judge.text(written.workbench()),
                CurrentActor.get());
        return new SavedConnector(saved.etag().toString(), ConnectorFinding.of(saved.findings()));
    }

    @Delete("/{id}/draft")
    @Allowed(Permission.PLUGIN_WRITE)
    void delete(String id) {
        drafts.delete(id);
    }

    /** @param etag of the draft that was seen */
    @Serdeable
    record Renaming(String name, String etag) {}

    /** Of a draft that was never published. */
    @Post("/{id}/rename")
    @Allowed(Permission.PLUGIN_WRITE)
    ConnectorPage rename(String id, @Body Renaming renaming) {
        drafts.rename(id, etag(renaming.etag()), renaming.name(), CurrentActor.get());
        return pages.of(renaming.name(), CurrentActor.get());
    }

    /** The document as a file. @param version a number, or {@code draft} */
    @Get("/{id}/export")
    @Allowed(Permission.PLUGIN_READ)
    HttpResponse<String> export(String id, @QueryValue(defaultValue = "draft") String version) {
        return HttpResponse.ok(documents.written(id, version))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header("Content-Disposition", "attachment; filename=\"" + id + ".json\"");
    }

    static UUID etag(String given) {
        try {
            return UUID.fromString(given.replace("\"", "").trim());
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(ErrorCode.CONNECTOR_CHANGED, "There is no draft with this etag");
        }
    }
}
