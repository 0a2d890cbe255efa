package io.openteller.platform.egress.internal;

import io.micronaut.context.annotation.Value;
import io.openteller.platform.egress.Egress;
import io.openteller.platform.egress.EgressCall;
import io.openteller.platform.egress.EgressOutcome;
import io.openteller.platform.egress.EgressOutcome.Answered;
import io.openteller.platform.egress.EgressOutcome.Failed;
import io.openteller.platform.egress.EgressOutcome.Fault;
import io.openteller.platform.egress.EgressOutcome.Refused;
import io.openteller.platform.egress.EgressOutcome.Why;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's client, which follows redirects only after they were looked at. It resolves names a second time itself: names
 * are therefore checked before a call and again before its answer is handed over, and the virtual machine keeps what it
 * resolved for longer than it takes to connect.
 */
@Singleton
class GuardedClient implements Egress {

    private static final int MOST_REDIRECTS = 5;
    private static final Set<String> SIGNS_IN = Set.of("authorization", "cookie", "proxy-authorization", "x-api-key", "api-key");

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final boolean privateAllowed;

    /** @param privateAllowed for a machine that serves what it fetches itself: a demonstration, a test */
    GuardedClient(@Value("${openteller.egress.private-addresses:false}") boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    @Override
    public EgressOutcome call(EgressCall call) {
        long end = System.nanoTime() + call.within().toNanos();
        URI address = call.address();
        Map<String, String> headers = call.headers();
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            EgressOutcome outcome = once(call, address, headers, end);
            if (asks(call) && outcome instanceof Failed(Fault fault, URI where) && fault == Fault.UNREACHABLE) {
                // A connection that was kept may have been closed on the other side just now.
                outcome = once(call, address, headers, end);
            }
            URI next = outcome instanceof Answered answered ? redirect(call, answered) : null;
            if (next == null) {
                return outcome;
            }
            if ("https".equalsIgnoreCase(address.getScheme()) && !"https".equalsIgnoreCase(next.getScheme())) {
                return new Refused(Why.DOWNGRADE, next);
            }
            if (!String.valueOf(address.getRawAuthority()).equalsIgnoreCase(next.getRawAuthority())) {
                headers = withoutSigns(headers);
            }
            address = next;
        }
        return new Failed(Fault.TOO_MANY_REDIRECTS, address);
    }

    private EgressOutcome once(EgressCall call, URI address, Map<String, String> headers, long end) {
        Why why = refusal(call, address);
        if (why != null) {
            return new Refused(why, address);
        }
        CompletableFuture<HttpResponse<byte[]>> sent = null;
        try {
            if (!mayReach(address)) {
                return new Refused(Why.PRIVATE_ADDRESS, address);
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .method(call.method(), call.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
            headers.forEach(request::setHeader);
            sent = client.sendAsync(request.build(), info -> new LimitedBody(call.mostBytes()));
            HttpResponse<byte[]> response = sent.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            return mayReach(address) ? answered(response) : new Refused(Why.PRIVATE_ADDRESS, address);
        } catch (UnknownHostException unknown) {
            return new Failed(Fault.UNKNOWN_HOST, address);
        } catch (TimeoutException late) {
            sent.cancel(true);
            return new Failed(Fault.TOO_SLOW, address);
        } catch (ExecutionException failure) {
            return new Failed(fault(failure.getCause()), address);
        } catch (InterruptedException stop) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return new Failed(Fault.UNREACHABLE, address);
        } catch (IllegalArgumentException bad) {
            return new Refused(Why.BAD_ADDRESS, address);
        }
    }

    private static @Nullable Why refusal(EgressCall call, URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")
                || address.getHost() == null
                || address.getRawUserInfo() != null) {
            return Why.BAD_ADDRESS;
        }
        return call.allowed().allow(address) ? null : Why.HOST_NOT_ALLOWED;
    }

    /** One private address among several is enough to refuse: which of them is used is not ours to choose. */
    private boolean mayReach(URI address) throws UnknownHostException {
        return privateAllowed
                || Arrays.stream(InetAddress.getAllByName(address.getHost())).allMatch(PublicAddresses::isPublic);
    }

    private static boolean asks(EgressCall call) {
        return call.method().equals("GET") || call.method().equals("HEAD");
    }

    private static @Nullable URI redirect(EgressCall call, Answered answered) {
        boolean elsewhere = Set.of(301, 302, 303, 307, 308).contains(answered.status());
        if (!asks(call) || !elsewhere) {
            return null;
        }
        return answered.header("location")
                .map(where -> {
                    try {
                        return answered.address().resolve(where.strip());
                    } catch (IllegalArgumentException bad) {
                        return null;
                    }
                })
                .orElse(null);
    }

    private static Map<String, String> withoutSigns(Map<String, String> headers) {
        Map<String, String> kept = new TreeMap<>(headers);
        kept.keySet().removeIf(name -> SIGNS_IN.contains(name.toLowerCase(Locale.ROOT)));
        return kept;
    }

    private static Answered answered(HttpResponse<byte[]> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> {
            if (!name.startsWith(":")) {
                headers.put(name.toLowerCase(Locale.ROOT), values.getFirst());
            }
        });
        return new Answered(response.statusCode(), response.uri(), headers, response.body());
    }

    private static Fault fault(@Nullable Throwable cause) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof LimitedBody.TooLarge) {
                return Fault.TOO_LARGE;
            }
            if (one instanceof HttpTimeoutException) {
                return Fault.TOO_SLOW;
            }
            if (one instanceof UnknownHostException) {
                return Fault.UNKNOWN_HOST;
            }
        }
        return Fault.UNREACHABLE;
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }
}
