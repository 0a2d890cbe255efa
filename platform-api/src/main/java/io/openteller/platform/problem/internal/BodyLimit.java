package io.openteller.platform.problem.internal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.core.order.Ordered;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.util.regex.Pattern;

/** Holds every body to what its address takes, before it is read: 64 KiB, a document, or an upload of many. */
@ServerFilter("/**")
class BodyLimit implements Ordered {

    private static final long MOST = 64 * 1024;

    /** A document that is written in the console. */
    private static final long MOST_WRITTEN = 2 * 1024 * 1024;

    private static final Pattern WRITTEN = Pattern.compile("/api/v1/documents/(text|[^/]+/versions/[0-9]+)");

    /** A document with the form around it. */
    private static final long MOST_DOCUMENT = 20 * 1024 * 1024;

    /** A plugin with all its libraries. */
    private static final long MOST_PLUGIN = 201L * 1024 * 1024;

    private static final String PLUGIN = "/api/v1/plugins";

    /** Only here files go to the disk as they come, as many as the server lets through. */
    private static final String MANY = "/api/v1/sources/uploads";

    @RequestFilter
    void check(HttpRequest<?> request) {
        boolean upload = request.getContentType()
                .map(type -> type.getName().equals(MediaType.MULTIPART_FORM_DATA))
                .orElse(false);
        if (upload && request.getPath().equals(MANY)) {
            return;
        }
        if (upload && request.getPath().equals(PLUGIN)) {
            if (request.getContentLength() > MOST_PLUGIN) {
                throw new ProblemException(ErrorCode.BODY_TOO_LARGE, "A plugin has at most 200 MB");
            }
        } else if (upload && request.getContentLength() > MOST_DOCUMENT) {
            throw new ProblemException(ErrorCode.DOCUMENT_TOO_LARGE);
        }
        if (upload && request.getContentLength() >= 0) {
            return;
        }
        boolean written = WRITTEN.matcher(request.getPath()).matches();
        if (request.getContentLength() > (written ? MOST_WRITTEN : MOST)) {
            throw new ProblemException(ErrorCode.BODY_TOO_LARGE, written ? "At most 2 MiB" : "At most 64 KiB");
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
