package io.openteller.platform.problem.internal;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ErrorKind;
import io.openteller.platform.problem.Problem;
import io.openteller.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces the framework's error bodies, so that whatever fails, wherever, leaves as problem+json. */
@Singleton
class ProblemErrorProcessor implements ErrorResponseProcessor<Problem> {

    private static final Logger log = LoggerFactory.getLogger(ProblemErrorProcessor.class);

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        ProblemException cause = context.getRootCause()
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .orElseGet(() -> new ProblemException(fromStatus(response.code(), isUpload(context))));
        ErrorCode code = cause.code();
        String instance = "urn:uuid:" + UUID.randomUUID();
        if (code.kind() == ErrorKind.PLATFORM) {
            log.error("problem {} {}", code, instance, context.getRootCause().orElse(null));
        } else {
            log.info("problem {} {}", code, instance);
        }
        MutableHttpResponse<Problem> problem = HttpResponse.<Problem>status(code.status(), code.sentence())
                .body(new Problem(
                        code.urn(),
                        code.sentence(),
                        code.status(),
                        code.name(),
                        cause.detail(),
                        cause.faults().isEmpty() ? null : cause.faults(),
                        instance))
                .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
        if (cause.retryAfter() != null) {
            // Up to the next whole second: who came a part of one too early would be turned away again.
            problem.header("Retry-After", String.valueOf(Math.max(1, cause.retryAfter().plusNanos(999_999_999).toSeconds())));
        }
        return problem;
    }

    private static boolean isUpload(ErrorContext context) {
        return context.getRequest()
                .getContentType()
                .map(type -> type.getName().equals(MediaType.MULTIPART_FORM_DATA))
                .orElse(false);
    }

    private static ErrorCode fromStatus(int status, boolean upload) {
        return switch (status) {
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 413 -> upload ? ErrorCode.DOCUMENT_TOO_LARGE : ErrorCode.BODY_TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            default -> status >= 500 ? ErrorCode.INTERNAL : ErrorCode.MALFORMED_REQUEST;
        };
    }
}
