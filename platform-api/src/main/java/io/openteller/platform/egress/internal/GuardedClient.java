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
import io.openteller.platform.egress.InsideHosts;
import io.openteller.platform.egress.Passage;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.HttpRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Follows redirects after each was looked at, and reads answers to their end. */
@Singleton
class GuardedClient implements Egress {

    private static final int MOST_REDIRECTS = 5;
    private static final Set<String> SIGNS_IN = Set.of("authorization", "cookie", "proxy-authorization", "x-api-key", "api-key");
    private static final InsideHosts ANY = InsideHosts.of(List.of("0.0.0.0/0", "::/0"));

    private final PinnedClient client;
    private final InsideHosts insides;

    /** @param privateAllowed for a machine that serves what it fetches itself: a demonstration, a test */
    GuardedClient(
            PinnedClient client, @Value("${openteller.egress.private-addresses:false}") boolean privateAllowed) {
        this.client = client;
        this.insides = privateAllowed ? ANY : InsideHosts.NONE;
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
        Passage passage = new Passage(
                call.allowed(), insides, Duration.ofNanos(end - System.nanoTime()), call.mostBytes(), () -> false);
        try (PinnedClient.Answer answer = client.begun(request(call, address, headers), passage)) {
            return new Answered(
                    answer.status(), address, new TreeMap<>(answer.headers()), answer.body().readAllBytes());
        } catch (Inside inside) {
            return new Refused(Why.PRIVATE_ADDRESS, address);
        } catch (UnknownHostException unknown) {
            return new Failed(Fault.UNKNOWN_HOST, address);
        } catch (HttpFault fault) {
            return switch (fault.kind()) {
                case NOT_ALLOWED -> new Refused(Why.BAD_ADDRESS, address);
                case TOO_SLOW -> new Failed(Fault.TOO_SLOW, address);
                case TOO_LARGE -> new Failed(Fault.TOO_LARGE, address);
                case UNREACHABLE, CANCELLED, CERTIFICATE -> new Failed(Fault.UNREACHABLE, address);
            };
        } catch (IOException broken) {
            return new Failed(Fault.UNREACHABLE, address);
        }
    }

    private static HttpRequest request(EgressCall call, URI address, Map<String, String> headers) {
        List<HttpRequest.Header> lines = new ArrayList<>();
        headers.forEach((name, value) -> lines.add(new HttpRequest.Header(name, value)));
        return new HttpRequest(call.method(), address, lines, call.body());
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
}
