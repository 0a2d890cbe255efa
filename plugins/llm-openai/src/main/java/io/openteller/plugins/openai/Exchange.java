package io.openteller.plugins.openai;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One request and its answer, on the calling thread, for langchain4j; keeps what a refusal is told by. */
final class Exchange implements HttpClient {

    private final Instant deadline;
    private final BooleanSupplier unwanted;
    private @Nullable HttpResponse<InputStream> response;
    private @Nullable String errorBody;
    private @Nullable Throwable failure;

    Exchange(Instant deadline, BooleanSupplier unwanted) {
        this.deadline = deadline;
        this.unwanted = unwanted;
    }

    /** Null when the server never answered. */
    @Nullable HttpResponse<InputStream> response() {
        return response;
    }

    /** What came with a status that is no success. */
    @Nullable String errorBody() {
        return errorBody;
    }

    /** What happened to the connection; null if nothing. */
    @Nullable Throwable failure() {
        return failure;
    }

    HttpClientBuilder asBuilder() {
        return new HttpClientBuilder() {
            @Override
            public @Nullable Duration connectTimeout() {
                return null;
            }

            @Override
            public HttpClientBuilder connectTimeout(@Nullable Duration ignored) {
                return this;
            }

            @Override
            public @Nullable Duration readTimeout() {
                return null;
            }

            @Override
            public HttpClientBuilder readTimeout(@Nullable Duration ignored) {
                return this;
            }

            @Override
            public HttpClient build() {
                return Exchange.this;
            }
        };
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try (InputStream body = opened(request)) {
            return SuccessfulHttpResponse.builder()
                    .statusCode(200)
                    .body(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                    .build();
        } catch (IOException broken) {
            failure = broken;
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try (InputStream body = opened(request)) {
            listener.onOpen(
                    SuccessfulHttpResponse.builder().statusCode(200).body("").build());
            parser.parse(new Watched(body), listener);
            if (failure == null) {
                listener.onClose();
            }
        } catch (IOException | RuntimeException broken) {
            if (failure == null) {
                failure = broken;
            }
            listener.onError(broken);
        }
    }

    private InputStream opened(HttpRequest request) throws IOException {
        HttpResponse<InputStream> got = sent(request);
        response = got;
        if (got.statusCode() / 100 != 2) {
            try (InputStream body = got.body()) {
                errorBody = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
            throw new HttpException(got.statusCode(), "refused");
        }
        return got.body();
    }

    private HttpResponse<InputStream> sent(HttpRequest request) throws IOException {
        var plain = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), BodyPublishers.ofString(request.body() == null ? "" : request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> plain.header(name, value)));
        CompletableFuture<HttpResponse<InputStream>> answer = Connections.client()
                .sendAsync(plain.build(), info -> new BodyBeforeDeadline(deadline, unwanted));
        try {
            long left = Duration.between(Instant.now(), deadline).toMillis();
            return answer.get(Math.max(1, left), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new BodyBeforeDeadline.TooLate();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BodyBeforeDeadline.Unwanted();
        } catch (ExecutionException | CancellationException broken) {
            throw new IOException("no connection", broken);
        } finally {
            // Does nothing to an answer that is there.
            answer.cancel(true);
        }
    }

    /** Remembers why reading ended: the parser tells its listener in its own words. */
    private final class Watched extends InputStream {

        private final InputStream body;

        Watched(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return body.read(into, offset, length);
            } catch (IOException broken) {
                failure = broken;
                throw broken;
            }
        }
    }
}
