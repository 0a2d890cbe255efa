package io.openteller.testkit;

import io.openteller.spi.CallContext;
import io.openteller.spi.ClientCertificate;
import io.openteller.spi.Http.HttpFault.Kind;
import io.openteller.spi.Http;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** What the platform gives a plugin, in a test: reaches servers on this machine and nothing else. */
public final class LoopbackHttp implements Http {

    private static final HttpClient CLIENT = builder().build();
    private static final Map<ClientCertificate, HttpClient> SHOWING = new ConcurrentHashMap<>();

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER);
    }

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
        CompletableFuture<HttpResponse<InputStream>> sent = client(request).sendAsync(
                plain.build(), info -> new BodyBeforeDeadline(call.deadline(), call::cancelled));
        try {
            long left = Duration.between(Instant.now(), call.deadline()).toMillis();
            return new Answer(sent.get(Math.max(1, left), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            throw new HttpFault(Kind.TOO_SLOW, "not by the deadline");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new HttpFault(Kind.CANCELLED, "nobody waits for it any more");
        } catch (ExecutionException broken) {
            if (request.certificate() != null && endedByTheServer(broken.getCause())) {
                throw new HttpFault(Kind.CERTIFICATE, "the server and its caller do not take each other's certificates");
            }
            throw new HttpFault(Kind.UNREACHABLE, "no connection");
        } catch (CancellationException broken) {
            throw new HttpFault(Kind.UNREACHABLE, "no connection");
        } finally {
            // Does nothing to an answer that is there.
            sent.cancel(true);
        }
    }

    /** By TLS 1.3 a caller is in before its certificate was looked at: what it hears then is an alert, or only that the connection is gone. */
    private static boolean endedByTheServer(@Nullable Throwable cause) {
        return cause instanceof SSLException
                || cause instanceof IOException
                        && !(cause instanceof ConnectException || cause instanceof HttpTimeoutException);
    }

    private static HttpClient client(HttpRequest request) throws HttpFault {
        ClientCertificate certificate = request.certificate();
        if (certificate == null) {
            return CLIENT;
        }
        try {
            KeyStore keys = certificate.keys();
            HttpClient known = SHOWING.get(certificate);
            if (known == null) {
                known = builder().sslContext(context(keys, certificate.trusted())).build();
                SHOWING.put(certificate, known);
            }
            return known;
        } catch (IllegalArgumentException unfit) {
            throw new HttpFault(Kind.CERTIFICATE, String.valueOf(unfit.getMessage()));
        } catch (GeneralSecurityException unusable) {
            throw new HttpFault(Kind.CERTIFICATE, "the client certificate cannot be used");
        }
    }

    private static SSLContext context(KeyStore keys, @Nullable KeyStore trusted) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, new char[0]);
        TrustManagerFactory believed = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        believed.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), believed.getTrustManagers(), null);
        return context;
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
