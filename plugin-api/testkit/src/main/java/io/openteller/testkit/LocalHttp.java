package io.openteller.testkit;

import io.openteller.spi.Http;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The way out as tests have it: to this machine, and nowhere else. */
public final class LocalHttp implements Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Instant deadline;

    public LocalHttp(Instant deadline) {
        this.deadline = deadline;
    }

    @Override
    public HttpAnswer call(HttpRequest request) throws HttpFault {
        requireThisMachine(request);
        var asked = java.net.http.HttpRequest.newBuilder(request.address())
                .method(request.method(), java.net.http.HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(header -> asked.header(header.name(), header.value()));
        CompletableFuture<HttpResponse<InputStream>> answer =
                CLIENT.sendAsync(asked.build(), HttpResponse.BodyHandlers.ofInputStream());
        try {
            HttpResponse<InputStream> begun = answer.get(left(), TimeUnit.MILLISECONDS);
            return new Answer(begun, new BodyUntil(begun.body(), deadline));
        } catch (TimeoutException tooSlow) {
            answer.cancel(true);
            throw new HttpFault(HttpFault.Kind.TOO_SLOW, "no answer by the deadline");
        } catch (InterruptedException gone) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new HttpFault(HttpFault.Kind.CANCELLED, "the caller has gone");
        } catch (ExecutionException failure) {
            throw new HttpFault(HttpFault.Kind.UNREACHABLE, "no connection");
        }
    }

    private long left() {
        return Math.max(1, Duration.between(Instant.now(), deadline).toMillis());
    }

    private static void requireThisMachine(HttpRequest request) throws HttpFault {
        try {
            String host = request.address().getHost();
            if (host != null && InetAddress.getByName(host).isLoopbackAddress()) {
                return;
            }
        } catch (IOException unknown) {
            throw new HttpFault(HttpFault.Kind.NOT_ALLOWED, "this test reaches this machine only");
        }
        throw new HttpFault(HttpFault.Kind.NOT_ALLOWED, "this test reaches this machine only");
    }

    private record Answer(HttpResponse<InputStream> begun, InputStream body) implements HttpAnswer {

        @Override
        public int status() {
            return begun.statusCode();
        }

        @Override
        public @Nullable String header(String name) {
            return begun.headers().firstValue(name).orElse(null);
        }

        @Override
        public void close() {
            try {
                body.close();
            } catch (IOException alreadyGone) {
                throw new IllegalStateException("a body on this machine can be closed", alreadyGone);
            }
        }
    }
}
