package io.openteller.platform.sources.internal;

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
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.sources.Receiving;
import io.openteller.platform.sources.UploadView;
import io.openteller.platform.sources.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Files handed in many at a time. */
@Controller("/api/v1/sources/uploads")
@ExecuteOn(TaskExecutors.BLOCKING)
class UploadController {

    private final Uploads uploads;

    UploadController(Uploads uploads) {
        this.uploads = uploads;
    }

    /** Takes in the parts {@code files}, any number of them, ZIP files among them; each is read later and has its own result. */
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(Permission.KNOWLEDGE_WRITE)
    @Status(HttpStatus.ACCEPTED)
    HttpResponse<UploadView> receive(
            @Part("files") Publisher<CompletedFileUpload> files,
            @Nullable @QueryValue String category,
            @Nullable @QueryValue String language) {
        Receiving receiving = uploads.receive(CurrentActor.get(), given(category), given(language));
        try {
            int taken = 0;
            for (CompletedFileUpload file : Flux.from(files).toIterable(1)) {
                taken += take(receiving, file) ? 1 : 0;
            }
            if (taken == 0) {
                throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "There is no file in it");
            }
            UUID upload = receiving.complete();
            return HttpResponse.<UploadView>accepted(URI.create("/api/v1/sources/uploads/" + upload))
                    .body(uploads.find(upload).orElseThrow());
        } catch (IOException broken) {
            receiving.abandon();
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "The upload broke off");
        } catch (RuntimeException failure) {
            receiving.abandon();
            throw failure;
        }
    }

    private static boolean take(Receiving receiving, CompletedFileUpload file) throws IOException {
        String name = file.getFilename();
        if (name == null || name.isBlank()) {
            file.discard();
            return false;
        }
        if (file.getSize() == 0) {
            // A part of nothing has no content to open.
            receiving.file(name, InputStream.nullInputStream());
            file.discard();
            return true;
        }
        // Closing it gives up what the server kept of it.
        try (InputStream content = file.getInputStream()) {
            receiving.file(name, content);
        }
        return true;
    }

    @Get
    @Allowed(Permission.KNOWLEDGE_READ)
    UploadList list(@Nullable @QueryValue Integer limit) {
        return new UploadList(uploads.list(limit == null ? 20 : limit));
    }

    @Get("/{id}")
    @Allowed(Permission.KNOWLEDGE_READ)
    UploadView one(UUID id) {
        return uploads.find(id).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    /** What is not read yet will not be; what became a document stays. */
    @Post("/{id}/cancel")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    UploadView cancel(UUID id) {
        if (!uploads.cancel(id)) {
            throw new ProblemException(ErrorCode.NOT_FOUND);
        }
        return one(id);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    @Serdeable
    record UploadList(List<UploadView> items) {}
}
