package io.openteller.plugins.restbank;

import io.openteller.connectors.Connector.Auth;
import io.openteller.spi.CallContext;
import io.openteller.spi.HttpRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Tokens by OAuth 2 client credentials: fetched once for all who wait, and kept until shortly before they end. */
final class Tokens {

    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final long USUAL_SECONDS = 300;

    private final Clock clock;
    private final Map<Whose, Kept> kept = new ConcurrentHashMap<>();

    Tokens(Clock clock) {
        this.clock = clock;
    }

    private record Whose(String bank, URI address, String client, String secret, String scope) {

        /** Never written out with its secret. */
        @Override
        public String toString() {
            return bank;
        }
    }

    private static final class Kept {
        private final ReentrantLock fetching = new ReentrantLock();
        private volatile @Nullable Token token;
    }

    private record Token(String text, Instant until) {}

    /** @param spoiled a token that the bank did not take, to be replaced; null for none */
    String token(CallContext context, RestSettings settings, Auth auth, @Nullable String spoiled) throws Trouble {
        Whose whose = whose(context, settings, auth);
        Kept mine = kept.computeIfAbsent(whose, none -> new Kept());
        Token now = mine.token;
        if (now != null && good(now, spoiled)) {
            return now.text();
        }
        enter(context, mine.fetching);
        try {
            now = mine.token;
            if (now == null || !good(now, spoiled)) {
                now = fetch(context, settings, whose, auth);
                mine.token = now;
            }
            return now.text();
        } finally {
            mine.fetching.unlock();
        }
    }

    private void enter(CallContext context, ReentrantLock fetching) throws Trouble {
        try {
            long left = Duration.between(clock.instant(), context.deadline()).toMillis();
            if (!fetching.tryLock(Math.max(0, left), TimeUnit.MILLISECONDS)) {
                throw Trouble.lasting("the bank gave no token in time");
            }
        } catch (InterruptedException gone) {
            Thread.currentThread().interrupt();
            throw Trouble.lasting("nobody waited for the bank's answer");
        }
    }

    private boolean good(Token token, @Nullable String spoiled) {
        return !token.text().equals(spoiled) && clock.instant().isBefore(token.until());
    }

    private static Whose whose(CallContext context, RestSettings settings, Auth auth) throws Trouble {
        if (settings.clientId() == null || settings.clientSecret() == null) {
            throw Trouble.lasting("the settings clientId and clientSecret are missing");
        }
        return new Whose(
                context.bank(),
                settings.tokens(auth.tokenPath()),
                settings.clientId(),
                settings.clientSecret(),
                auth.scope() == null ? "" : auth.scope());
    }

    private Token fetch(CallContext context, RestSettings settings, Whose whose, Auth auth) throws Trouble {
        Wire.Reply reply = Wire.send(context, settings, auth, request(whose, auth));
        String text = reply.json().path("access_token").asText("");
        if (!reply.good() || !text.matches("[!-~]{1,8000}")) {
            throw new Trouble("the bank gives no token (" + reply.status() + ")", reply.status() >= 500);
        }
        long seconds = reply.json().path("expires_in").asLong(USUAL_SECONDS);
        return new Token(text, clock.instant().plusSeconds(Math.clamp(seconds, 0, 86_400)).minus(EARLY));
    }

    private static HttpRequest request(Whose whose, Auth auth) {
        boolean basic = auth.client() == Auth.Client.BASIC;
        StringBuilder form = new StringBuilder("grant_type=client_credentials");
        if (!whose.scope().isEmpty()) {
            form.append("&scope=").append(Encoded.of(whose.scope()));
        }
        if (!basic) {
            form.append("&client_id=").append(Encoded.of(whose.client()));
            form.append("&client_secret=").append(Encoded.of(whose.secret()));
        }
        HttpRequest request = HttpRequest.of("POST", whose.address(), form.toString().getBytes(StandardCharsets.UTF_8))
                .withHeader("Content-Type", "application/x-www-form-urlencoded")
                .withHeader("Accept", "application/json");
        String pair = Encoded.of(whose.client()) + ":" + Encoded.of(whose.secret());
        return basic
                ? request.withHeader(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                : request;
    }
}
