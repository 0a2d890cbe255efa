package io.openteller.platform.problem.internal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.openteller.platform.problem.Problem;
import io.openteller.platform.problem.ProblemException;
import jakarta.inject.Singleton;

/** Catalogued errors go straight to the processor; anything else takes the framework's own way to it. */
@Singleton
class ProblemExceptionHandler implements ExceptionHandler<ProblemException, HttpResponse<Problem>> {

    private final ErrorResponseProcessor<Problem> processor;

    ProblemExceptionHandler(ErrorResponseProcessor<Problem> processor) {
        this.processor = processor;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework's interface is declared with a raw request
    public HttpResponse<Problem> handle(HttpRequest request, ProblemException exception) {
        return processor.processResponse(
                ErrorContext.builder(request).cause(exception).build(),
                HttpResponse.status(exception.code().status(), exception.code().sentence()));
    }
}
