package io.openteller.platform.knowledge.internal;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.knowledge.DocumentInfo;
import io.openteller.platform.knowledge.DocumentVersion;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.reading.DocumentReader;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.reading.ReadDocument;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the bank has written, for those who write it. */
@Controller("/api/v1/documents")
@ExecuteOn(TaskExecutors.BLOCKING)
class DocumentController {

    private final Knowledge knowledge;
    private final DocumentReader reader;

    DocumentController(Knowledge knowledge, DocumentReader reader) {
        this.knowledge = knowledge;
        this.reader = reader;
    }

    /** @param status PUBLISHED or ARCHIVED; @param q part of the title, slug or category */
    @Get
    @Allowed(Permission.KNOWLEDGE_READ)
    DocumentViews.Items<DocumentViews.Row> list(
            @Nullable @QueryValue String status, @Nullable @QueryValue String q) {
        String words = q == null ? "" : q.toLowerCase(Locale.ROOT);
        return new DocumentViews.Items<>(knowledge.list().stream()
                .map(DocumentViews.Row::of)
                .filter(row -> status == null || status.isBlank() || row.status().equals(status))
                .filter(row -> (row.title() + " " + row.slug() + " " + row.category())
                        .toLowerCase(Locale.ROOT)
                        .contains(words))
                .toList());
    }

    @Get("/{slug}")
    @Allowed(Permission.KNOWLEDGE_READ)
    DocumentViews.Detail one(String slug) {
        DocumentInfo info = knowledge.list().stream()
                .filter(document -> document.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        List<DocumentVersion> versions = knowledge.versions(slug);
        return DocumentViews.Detail.of(info, versions);
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(Permission.KNOWLEDGE_WRITE)
    @Status(HttpStatus.CREATED)
    HttpResponse<DocumentViews.Row> upload(
            CompletedFileUpload file,
            @Nullable @Part("title") String title,
            @Nullable @Part("category") String category,
            @Nullable @Part("language") String language) {
        NewDocument handed = handed(file, title, category, language);
        return HttpResponse.created(DocumentViews.Row.of(
                knowledge.store(handed, CurrentStaff.get().name())));
    }

    @Post("/preview")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(Permission.KNOWLEDGE_READ)
    DocumentViews.Preview preview(CompletedFileUpload file) {
        ReadDocument read = reader.read(handed(file, null, null, null).file());
        return new DocumentViews.Preview(read.title(), read.language(), read.format(), read.sections());
    }

    @Post("/{slug}/archive")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    DocumentViews.Row archive(String slug) {
        return archived(slug, true);
    }

    @Post("/{slug}/restore")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    DocumentViews.Row restore(String slug) {
        return archived(slug, false);
    }

    private DocumentViews.Row archived(String slug, boolean archived) {
        return knowledge
                .archive(slug, archived, CurrentStaff.get().name())
                .map(DocumentViews.Row::of)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    private static NewDocument handed(
            CompletedFileUpload file,
            @Nullable String title,
            @Nullable String category,
            @Nullable String language) {
        try {
            String name = file.getFilename() == null ? "" : file.getFilename();
            return new NewDocument(slug(name), new HandedFile(name, file.getBytes(), title, category, language));
        } catch (IOException broken) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "The upload broke off");
        }
    }

    /** A file's name, made fit for an address; the same file again is the same document's next version. */
    static String slug(String fileName) {
        String bare = fileName.replaceAll(".*[/\\\\]", "").replaceFirst("\\.[^.]*$", "");
        String slug = bare.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        if (slug.isEmpty()) {
            throw new ProblemException(
                    ErrorCode.MALFORMED_REQUEST, "The file's name needs letters from a to z or digits");
        }
        return slug.substring(0, Math.min(80, slug.length()));
    }
}
