package io.openteller.kit.bank;

import io.openteller.spi.Http;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A way out to whatever server a person at a terminal names. The platform has its own, which is stricter. */
final class OpenHttp implements Http {

    private static final int LONGEST = 2 * 1024 * 1024;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Instant deadline;

    OpenHttp(Instant deadline) {
        this.deadline = deadline;
    }

    @Override
    public HttpAnswer call(HttpRequest request) throws HttpFault {
        var asked = java.net.http.HttpRequest.newBuilder(request.address())
                .method(request.method(), java.net.http.HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(header -> asked.header(header.name(), header.value()));
        CompletableFuture<Whole> answer = CLIENT.sendAsync(asked.build(), HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(OpenHttp::read, work -> Thread.ofVirtual().start(work));
        try {
            return answer.get(Math.max(1, Duration.between(Instant.now(), deadline).toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            answer.cancel(true);
            throw new HttpFault(HttpFault.Kind.TOO_SLOW, "no whole answer by the deadline");
        } catch (InterruptedException gone) {
            Thread.currentThread().interrupt();
            throw new HttpFault(HttpFault.Kind.CANCELLED, "interrupted");
        } catch (ExecutionException failure) {
            throw new HttpFault(HttpFault.Kind.UNREACHABLE, "no connection");
        }
    }

    private static Whole read(HttpResponse<InputStream> begun) {
        try (InputStream body = begun.body()) {
            return new Whole(begun, body.readNBytes(LONGEST));
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Whole(HttpResponse<InputStream> begun, byte[] bytes) implements HttpAnswer {

        @Override
        public int status() {
            return begun.statusCode();
        }

        @Override
        public @Nullable String header(String name) {
            return begun.headers().firstValue(name).orElse(null);
        }

        @Override
        public InputStream body() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public void close() {}
    }
}
