package io.openteller.platform.knowledge.internal;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.knowledge.Drafting;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.knowledge.internal.DetailViews.Detail;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.reading.HandedFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writing documents, up to handing them to those who approve. */
@Controller("/api/v1/documents")
@ExecuteOn(TaskExecutors.BLOCKING)
class DraftController {

    private final Drafting drafting;
    private final Details details;

    DraftController(Drafting drafting, Details details) {
        this.drafting = drafting;
        this.details = details;
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(Permission.KNOWLEDGE_WRITE)
    @Status(HttpStatus.CREATED)
    HttpResponse<Detail> upload(
            CompletedFileUpload file,
            @Nullable @Part("title") String title,
            @Nullable @Part("category") String category,
            @Nullable @Part("language") String language) {
        return drafted(Uploads.handed(file, title, category, language));
    }

    /** @param slug of a document that there is, for its next version; left out, a new one is named after its title */
    @Serdeable
    record Written(
            @Nullable String slug,
            @Nullable String title,
            @Nullable String category,
            @Nullable String language,
            @Nullable String markdown) {}

    @Post("/text")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    @Status(HttpStatus.CREATED)
    HttpResponse<Detail> write(@Body Written written) {
        if (written.title() == null || written.title().isBlank()) {
            throw new ProblemException(ErrorCode.DOCUMENT_INVALID, "A document needs a title");
        }
        String name = written.slug() == null || written.slug().isBlank() ? written.title() : written.slug();
        String slug = Uploads.slugOf(
                name,
                "The title has no letters from a to z or digits: give a slug that has");
        byte[] content = text(written.markdown()).getBytes(StandardCharsets.UTF_8);
        return drafted(new NewDocument(
                slug, new HandedFile(slug + ".md", content, written.title(), written.category(), written.language())));
    }

    private HttpResponse<Detail> drafted(NewDocument handed) {
        return HttpResponse.created(detail(drafting.draft(handed, CurrentActor.get()).slug()));
    }

    @Serdeable
    record Edit(
            @Nullable String markdown,
            @Nullable String title,
            @Nullable String changeNote) {}

    @Put("/{slug}/versions/{version}")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    Detail edit(String slug, int version, @Body Edit edit) {
        drafting.edit(slug, version, text(edit.markdown()), edit.title(), edit.changeNote(), CurrentActor.get());
        return detail(slug);
    }

    @Serdeable
    record Submission(@Nullable String changeNote) {}

    @Post("/{slug}/versions/{version}/submit")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    Detail submit(String slug, int version, @Nullable @Body Submission submission) {
        drafting.submit(slug, version, submission == null ? null : submission.changeNote(), CurrentActor.get());
        return detail(slug);
    }

    @Post("/{slug}/versions/{version}/withdraw")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    Detail withdraw(String slug, int version) {
        drafting.withdraw(slug, version, CurrentActor.get());
        return detail(slug);
    }

    /** Hands a copy of an earlier version to review. */
    @Post("/{slug}/versions/{version}/roll-back")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    Detail rollBack(String slug, int version) {
        drafting.rollBack(slug, version, CurrentActor.get());
        return detail(slug);
    }

    @Post("/{slug}/restore")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    Detail restore(String slug) {
        drafting.restore(slug, CurrentActor.get());
        return detail(slug);
    }

    private Detail detail(String slug) {
        return details.of(slug, CurrentStaff.get().id());
    }

    private static String text(@Nullable String markdown) {
        if (markdown == null || markdown.isBlank()) {
            throw new ProblemException(ErrorCode.DOCUMENT_INVALID, "A document needs text");
        }
        return markdown;
    }
}
