package io.openteller.platform.problem.internal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.core.order.Ordered;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;

/** Holds every body but uploaded files to 64 KiB, before it is read. */
@ServerFilter("/**")
class BodyLimit implements Ordered {

    private static final long MOST = 64 * 1024;

    @RequestFilter
    void check(HttpRequest<?> request) {
        boolean upload = request.getContentType()
                .map(type -> type.getName().equals(MediaType.MULTIPART_FORM_DATA))
                .orElse(false);
        if (upload) {
            return;
        }
        if (request.getContentLength() > MOST) {
            throw new ProblemException(ErrorCode.BODY_TOO_LARGE, "At most 64 KiB");
        }
        if (request.getContentLength() < 0 && request.getHeaders().contains("Transfer-Encoding")) {
            throw new ProblemException(ErrorCode.LENGTH_REQUIRED);
        }
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order();
    }
}
