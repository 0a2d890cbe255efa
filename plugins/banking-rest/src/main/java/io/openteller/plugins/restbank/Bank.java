package io.openteller.plugins.restbank;

import io.openteller.connectors.Connector.Auth;
import io.openteller.connectors.Connector.Exchange;
import io.openteller.connectors.Connector.Rate;
import io.openteller.connectors.Connector.Retries;
import io.openteller.plugins.restbank.Shelf.Equipment;
import io.openteller.plugins.restbank.Wire.Reply;
import io.openteller.spi.CallContext;
import io.openteller.spi.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks a bank: signed in, not too often, and again where that can do no harm. */
final class Bank {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private final Clock clock;
    private final Pause pause;
    private final Tokens tokens;
    private final Pace pace;

    Bank(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
        this.tokens = new Tokens(clock);
        this.pace = new Pace(clock);
    }

    /** Waits. */
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    /**
     * How to ask.
     *
     * @param pacedAs whose rate besides the connector's; null for none
     * @param retries null for none
     * @param keyHeader carries the call's id; null for none
     */
    record Manner(@Nullable String pacedAs, @Nullable Rate rate, @Nullable Retries retries, @Nullable String keyHeader) {

        static final Manner PLAIN = new Manner(null, null, null, null);
    }

    Reply ask(CallContext context, Equipment with, Exchange exchange, Scope scope, Manner manner) throws Trouble {
        int left = manner.retries() == null ? 0 : manner.retries().times();
        Duration wait = Duration.ofMillis(manner.retries() == null ? 0 : manner.retries().waitMillis());
        while (true) {
            Trouble trouble = null;
            Reply reply = null;
            try {
                reply = once(context, with, exchange, scope, manner);
            } catch (Trouble met) {
                trouble = met;
            }
            boolean again = trouble == null ? PASSING.contains(Objects.requireNonNull(reply).status()) : trouble.passing();
            if (!again || left == 0 || left(context).compareTo(wait) <= 0) {
                if (trouble != null) {
                    throw trouble;
                }
                return Objects.requireNonNull(reply);
            }
            left--;
            pause(wait);
            wait = wait.multipliedBy(2);
        }
    }

    /** Gets a token, if the connector signs in by one. */
    void signIn(CallContext context, Equipment with) throws Trouble {
        if (with.connector().auth().type() == Auth.Type.OAUTH2) {
            tokens.token(context, with.settings(), with.connector().auth(), null);
        }
    }

    private Reply once(CallContext context, Equipment with, Exchange exchange, Scope scope, Manner manner) throws Trouble {
        String place = context.bank() + " " + with.settings().baseUrl();
        waitFor(context, place, with.connector().rate());
        waitFor(context, place + " " + manner.pacedAs(), manner.rate());
        Auth auth = with.connector().auth();
        String token = null;
        if (auth.type() == Auth.Type.OAUTH2) {
            token = tokens.token(context, with.settings(), auth, null);
        }
        Reply reply = Wire.send(context, with.settings(), auth, request(with, exchange, scope, manner, token));
        if (reply.status() == 401 && token != null) {
            // Turned away at the door, so nothing was done: the same with a new token is safe for every call.
            String renewed = tokens.token(context, with.settings(), auth, token);
            reply = Wire.send(context, with.settings(), auth, request(with, exchange, scope, manner, renewed));
        }
        return reply;
    }

    private static HttpRequest request(
            Equipment with, Exchange exchange, Scope scope, Manner manner, @Nullable String token) throws Trouble {
        Auth auth = with.connector().auth();
        boolean inQuery = auth.in() == Auth.Place.QUERY;
        String key = auth.type() == Auth.Type.API_KEY ? key(with.settings()) : "";
        HttpRequest request = Requests.of(
                with.settings(), exchange, scope, inQuery ? Encoded.of(String.valueOf(auth.name())) + "=" + Encoded.of(key) : "");
        if (auth.in() == Auth.Place.HEADER) {
            request = Requests.header(
                    request, String.valueOf(auth.name()), (auth.prefix() == null ? "" : auth.prefix()) + key);
        }
        if (token != null) {
            request = Requests.header(request, "Authorization", "Bearer " + token);
        }
        return manner.keyHeader() == null
                ? request
                : Requests.header(request, manner.keyHeader(), scope.names().path("callId").asText());
    }

    private static String key(RestSettings settings) throws Trouble {
        if (settings.apiKey() == null) {
            throw Trouble.lasting("the setting apiKey is missing");
        }
        return settings.apiKey();
    }

    private void waitFor(CallContext context, String whose, @Nullable Rate rate) throws Trouble {
        if (rate == null) {
            return;
        }
        Duration left = left(context).dividedBy(2);
        Duration wait = pace.reserve(whose, rate, left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT);
        if (wait == null) {
            throw Trouble.lasting("the bank would be asked more often than the connector allows; it was not asked");
        }
        pause(wait);
    }

    private Duration left(CallContext context) {
        return Duration.between(clock.instant(), context.deadline());
    }

    private void pause(Duration time) throws Trouble {
        try {
            if (!time.isZero()) {
                pause.of(time);
            }
        } catch (InterruptedException gone) {
            Thread.currentThread().interrupt();
            throw Trouble.lasting("nobody waited for the bank's answer");
        }
    }
}
