package io.openteller.platform.console.internal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.core.order.Ordered;

/** Headers that every answer carries, and how long files may be kept. */
@ServerFilter("/**")
class HeaderFilter implements Ordered {

    @ResponseFilter
    void headers(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Referrer-Policy", "strict-origin-when-cross-origin");
        String path = request.getPath();
        boolean ok = response.code() == 200;
        if (path.startsWith("/widget/") && ok) {
            // Any bank's page may load the widget; what it can do is decided by its session.
            response.header("Access-Control-Allow-Origin", "*");
            response.header("Cross-Origin-Resource-Policy", "cross-origin");
            response.header("Cache-Control", path.endsWith("/widget.js") ? "max-age=300" : "max-age=31536000, immutable");
        } else if (path.contains("/assets/") && ok && !path.startsWith("/demo/")) {
            response.header("Cache-Control", "max-age=31536000, immutable");
        } else if (path.startsWith("/api/") && !response.getHeaders().contains("Cache-Control")) {
            response.header("Cache-Control", "no-store");
        }
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.LAST.order();
    }
}
