package io.openteller.platform.training.internal;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Examples from files: CSV with the columns {@code text} and {@code label} (or {@code category}). */
@Controller("/api/v1/intents/import")
@ExecuteOn(TaskExecutors.BLOCKING)
class ImportController {

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    /** All of the file, or nothing. With {@code replace=true} it takes the place of everything that was there. */
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(Permission.INTENT_WRITE)
    Imports.Outcome store(CompletedFileUpload file, @Nullable @Part("replace") String replace) {
        return imports.store(content(file), "true".equals(replace), me());
    }

    /** What importing would do. Stores nothing. */
    @Post("/preview")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed(Permission.INTENT_READ)
    Imports.Outcome preview(CompletedFileUpload file, @Nullable @Part("replace") String replace) {
        return imports.preview(content(file), "true".equals(replace), me());
    }

    private static byte[] content(CompletedFileUpload file) {
        try {
            return file.getBytes();
        } catch (IOException broken) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "The upload broke off");
        }
    }

    private static String me() {
        return CurrentStaff.get().name();
    }
}
