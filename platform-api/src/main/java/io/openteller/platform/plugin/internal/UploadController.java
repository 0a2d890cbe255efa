package io.openteller.platform.plugin.internal;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.identity.Public;
import io.openteller.platform.plugin.internal.PluginViews.Added;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginDescriptor;

/**
 * Brings a plugin to the platform. Its code will run for every bank, so no bank's administrator can: it takes the key of
 * the platform's operator.
 */
@Controller("/api/v1/plugins")
@ExecuteOn(TaskExecutors.BLOCKING)
class UploadController {

    private static final int SHORTEST_KEY = 24;

    private final PluginFolder folder;
    private final String key;

    UploadController(
            PluginFolder folder, @Property(name = "openteller.operator.key", defaultValue = "") String key) {
        this.folder = folder;
        this.key = key;
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Public("the operator's key")
    HttpResponse<Added> add(
            @Nullable @Header(HttpHeaders.AUTHORIZATION) String authorization, CompletedFileUpload file) {
        checkOperator(authorization);
        try {
            PluginDescriptor added = folder.add(file.getBytes());
            return HttpResponse.created(new Added(added.getPluginId(), added.getVersion()));
        } catch (IOException broken) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "The upload broke off");
        }
    }

    /** Without a key in the configuration nobody is the operator. */
    private void checkOperator(@Nullable String authorization) {
        if (authorization == null) {
            throw new ProblemException(ErrorCode.NOT_SIGNED_IN, "This needs the operator's key");
        }
        byte[] given = authorization.getBytes(StandardCharsets.UTF_8);
        byte[] right = ("Bearer " + key).getBytes(StandardCharsets.UTF_8);
        if (key.length() < SHORTEST_KEY || !MessageDigest.isEqual(given, right)) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED, "This needs the operator's key");
        }
    }
}
