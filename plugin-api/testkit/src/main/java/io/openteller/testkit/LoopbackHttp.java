package io.openteller.testkit;

import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import io.openteller.spi.Http.HttpFault.Kind;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What the platform gives a plugin, in a test: reaches servers on this machine and nothing else. */
public final class LoopbackHttp implements Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final CallContext call;

    public LoopbackHttp(CallContext call) {
        this.call = call;
    }

    @Override
    public HttpAnswer call(HttpRequest request) throws HttpFault {
        onlyHere(request);
        var plain = java.net.http.HttpRequest.newBuilder(request.address())
                .method(request.method(), request.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(header -> plain.header(header.name(), header.value()));
        CompletableFuture<HttpResponse<InputStream>> sent = CLIENT.sendAsync(
                plain.build(), info -> new BodyBeforeDeadline(call.deadline(), call::cancelled));
        try {
            long left = Duration.between(Instant.now(), call.deadline()).toMillis();
            return new Answer(sent.get(Math.max(1, left), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            throw new HttpFault(Kind.TOO_SLOW, "not by the deadline");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new HttpFault(Kind.CANCELLED, "nobody waits for it any more");
        } catch (ExecutionException | CancellationException broken) {
            throw new HttpFault(Kind.UNREACHABLE, "no connection");
        } finally {
            // Does nothing to an answer that is there.
            sent.cancel(true);
        }
    }

    private static void onlyHere(HttpRequest request) throws HttpFault {
        String host = request.address().getHost();
        try {
            if (host == null || !InetAddress.getByName(host).isLoopbackAddress()) {
                throw new HttpFault(Kind.NOT_ALLOWED, "a test reaches this machine alone, and not " + host);
            }
        } catch (HttpFault elsewhere) {
            throw elsewhere;
        } catch (IOException unknown) {
            throw new HttpFault(Kind.UNREACHABLE, "no such host");
        }
    }

    private record Answer(HttpResponse<InputStream> response) implements HttpAnswer {

        @Override
        public int status() {
            return response.statusCode();
        }

        @Override
        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        @Override
        public InputStream body() {
            return response.body();
        }

        @Override
        public void close() {
            try {
                response.body().close();
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
