package io.openteller.platform.plugin.internal;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.packages.VerifiedPackage;
import io.openteller.packages.Verifier;
import io.openteller.platform.identity.Public;
import io.openteller.platform.plugin.internal.PluginViews.Added;
import io.openteller.platform.identity.OperatorKey;
import io.openteller.platform.plugin.internal.packages.PackageStore;
import io.openteller.platform.plugin.internal.packages.RunFolder;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Brings a package to the platform, and takes one away. */
@Controller("/api/v1/plugins")
@ExecuteOn(TaskExecutors.BLOCKING)
class UploadController {

    private final PackageStore store;
    private final RunFolder run;
    private final OperatorKey operator;

    UploadController(PackageStore store, RunFolder run, OperatorKey operator) {
        this.store = store;
        this.run = run;
        this.operator = operator;
    }

    /** @param older whether it may be older than what is there */
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Status(HttpStatus.CREATED)
    @Public("the operator's key")
    HttpResponse<Added> add(
            @Nullable @Header(HttpHeaders.AUTHORIZATION) String authorization,
            @Nullable @QueryValue Boolean older,
            CompletedFileUpload file) {
        operator.check(authorization);
        if (file.getSize() > Verifier.MOST_ZIP) {
            throw new ProblemException(ErrorCode.BODY_TOO_LARGE, "A plugin has at most " + (Verifier.MOST_ZIP >> 20) + " MB");
        }
        Path arrived = null;
        try (InputStream in = file.getInputStream()) {
            arrived = Files.createTempFile(run.path(), "upload-", ".zip");
            Files.copy(in, arrived, StandardCopyOption.REPLACE_EXISTING);
            VerifiedPackage added = store.install(arrived, Boolean.TRUE.equals(older));
            return HttpResponse.created(Added.of(added));
        } catch (IOException broken) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "The upload broke off");
        } finally {
            forget(arrived);
        }
    }

    private static void forget(@Nullable Path arrived) {
        try {
            if (arrived != null) {
                Files.deleteIfExists(arrived);
            }
        } catch (IOException left) {
            // It lies in a folder that is deleted when the platform stops.
        }
    }

    @Delete("/{id}/versions/{version}")
    @Status(HttpStatus.NO_CONTENT)
    @Public("the operator's key")
    void remove(
            @Nullable @Header(HttpHeaders.AUTHORIZATION) String authorization, String id, String version) {
        operator.check(authorization);
        store.remove(id, version);
    }
}
