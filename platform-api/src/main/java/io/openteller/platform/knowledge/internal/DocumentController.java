package io.openteller.platform.knowledge.internal;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.knowledge.Drafting;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.knowledge.Particulars;
import io.openteller.platform.knowledge.Standing;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.reading.DocumentReader;
import io.openteller.platform.reading.ReadDocument;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the bank has written, and what is known about it. */
@Controller("/api/v1/documents")
@ExecuteOn(TaskExecutors.BLOCKING)
class DocumentController {

    private final Knowledge knowledge;
    private final Drafting drafting;
    private final Details details;
    private final DocumentReader reader;
    private final Clock clock;

    DocumentController(Knowledge knowledge, Drafting drafting, Details details, DocumentReader reader, Clock clock) {
        this.knowledge = knowledge;
        this.drafting = drafting;
        this.details = details;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * @param standing of the newest version; EFFECTIVE finds every document of which a version is in force
     * @param archived only what was taken out of sight; otherwise only what was not
     * @param due only those that somebody has to look at again by now
     * @param q part of the title, slug, category or a tag
     */
    @Get
    @Allowed(Permission.KNOWLEDGE_READ)
    DocumentViews.Library list(
            @Nullable @QueryValue Standing standing,
            @Nullable @QueryValue String category,
            @Nullable @QueryValue String tag,
            @Nullable @QueryValue String owner,
            @Nullable @QueryValue Boolean due,
            @Nullable @QueryValue Boolean archived,
            @Nullable @QueryValue String q) {
        boolean away = Boolean.TRUE.equals(archived);
        List<DocumentViews.Row> all = knowledge.list().stream()
                .map(DocumentViews.Row::of)
                .filter(row -> row.archived() == away)
                .toList();
        Filter filter = new Filter(
                standing, category, tag, owner, Boolean.TRUE.equals(due) ? LocalDate.now(clock) : null, q);
        return new DocumentViews.Library(
                all.stream().filter(filter::fits).toList(),
                DocumentViews.Count.of(all, row -> List.of(row.category())),
                DocumentViews.Count.of(all, DocumentViews.Row::tags));
    }

    @Get("/{slug}")
    @Allowed(Permission.KNOWLEDGE_READ)
    DetailViews.Detail one(String slug) {
        return details.of(slug, CurrentStaff.get().id());
    }

    @Get("/{slug}/versions/{version}")
    @Allowed(Permission.KNOWLEDGE_READ)
    DetailViews.Text version(String slug, int version) {
        return knowledge
                .version(slug, version)
                .map(DetailViews.Text::of)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    /** What is left out stays as it is. */
    @Serdeable
    record Description(
            @Nullable String title,
            @Nullable String category,
            @Nullable Set<String> tags,
            @Nullable String language,
            @Nullable String owner,
            @Nullable LocalDate reviewDue,
            DocumentViews.@Nullable Scope appliesTo) {}

    @Put("/{slug}")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    DetailViews.Detail describe(String slug, @Body Description said) {
        drafting.describe(
                slug,
                new Particulars(
                        said.title(),
                        said.category(),
                        said.tags(),
                        said.language(),
                        said.owner(),
                        said.reviewDue(),
                        said.appliesTo() == null ? null : said.appliesTo().appliesTo()),
                CurrentActor.get());
        return one(slug);
    }

    @Post("/preview")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(Permission.KNOWLEDGE_READ)
    DocumentViews.Preview preview(CompletedFileUpload file) {
        ReadDocument read = reader.read(Uploads.handed(file, null, null, null).file());
        return new DocumentViews.Preview(read.title(), read.language(), read.format(), read.sections());
    }
}
