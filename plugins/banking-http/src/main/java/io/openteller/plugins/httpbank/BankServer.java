package io.openteller.plugins.httpbank;

import io.openteller.plugins.httpbank.Answer.NotOfContract;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.HttpRequest;
import io.openteller.spi.HttpRequest.Header;
import io.openteller.spi.Outcome;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks a bank's server, once, and makes an outcome of whatever becomes of it. Details say what broke the contract and where,
 * never what the server wrote.
 */
final class BankServer {

    static final String CONTRACT = "1";
    private static final int LONGEST = 1024 * 1024;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Set<String> THINGS = Set.of("CUSTOMER", "CARD", "TRANSACTION");

    private final Clock clock;

    BankServer(Clock clock) {
        this.clock = clock;
    }

    /** What a server sent back, of the right version and a length that can be read. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Reply(int status, byte[] body, Set<String> currencies) {

        Answer answer() {
            return Answer.of(body, currencies);
        }
    }

    /** Asks about one customer. The reader may throw {@link NotOfContract}. */
    <T> Outcome<T> ask(CallContext context, Ask ask, Function<Answer, T> reader) {
        if (!Answer.REF.matcher(ask.customerRef()).matches()) {
            return Outcome.notFound("customer");
        }
        return exchange(
                context,
                ask,
                reply -> switch (reply.status()) {
                    case 200 -> done(ask, reply.answer(), reader);
                    case 404 -> notFound(reply.answer());
                    case 422 -> refused(ask, reply);
                    default -> Outcome.unavailable(said(reply.status()));
                },
                Outcome::unavailable);
    }

    /** Whatever goes wrong is told to {@code failed} in words for operators. */
    <R> R exchange(CallContext context, Ask ask, Function<Reply, R> read, Function<String, R> failed) {
        BankSettings settings;
        try {
            settings = BankSettings.SPEC.read(context);
        } catch (IllegalArgumentException missing) {
            return failed.apply(String.valueOf(missing.getMessage()));
        }
        try {
            return read.apply(send(context, settings, ask));
        } catch (NotOfContract broken) {
            return failed.apply("the bank's answer breaks the contract: " + broken.getMessage());
        } catch (HttpFault fault) {
            return failed.apply(what(fault.kind(), ask.changes()));
        } catch (IOException failure) {
            return failed.apply(what(HttpFault.Kind.UNREACHABLE, ask.changes()));
        } catch (RuntimeException surprise) {
            // Not its message: that may quote what the server wrote, or a key.
            return failed.apply("the bank's server could not be asked: " + surprise.getClass().getSimpleName());
        }
    }

    private <T> Outcome<T> done(Ask ask, Answer answer, Function<Answer, T> reader) {
        if (!answer.ref("customerRef").equals(ask.customerRef())) {
            throw new NotOfContract("it is about another customer");
        }
        Instant asOf = answer.instant("asOf");
        Instant now = clock.instant();
        if (asOf.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw answer.wrong("asOf", "is in the future");
        }
        return Outcome.done(reader.apply(answer), asOf.isAfter(now) ? now : asOf);
    }

    private static <T> Outcome<T> notFound(Answer answer) {
        answer.oneOf("error", Set.of("NOT_FOUND"));
        return Outcome.notFound(answer.oneOf("what", THINGS).toLowerCase(Locale.ROOT));
    }

    private static <T> Outcome<T> refused(Ask ask, Reply reply) {
        if (!ask.changes()) {
            throw new NotOfContract("a question was refused (422)");
        }
        Answer answer = reply.answer();
        answer.oneOf("error", Set.of("REFUSED"));
        String reason = answer.text("reason", 300);
        if (reason.indexOf('<') >= 0 || reason.indexOf('>') >= 0) {
            throw answer.wrong("reason", "is no plain text");
        }
        return Outcome.refused(reason);
    }

    /** @throws NotOfContract if what came is of no or of another version, too long, or no JSON */
    private Reply send(CallContext context, BankSettings settings, Ask ask) throws IOException {
        try (HttpAnswer answer = context.http().call(request(context, settings, ask))) {
            if (answer.status() >= 500 || answer.status() == 429) {
                return new Reply(answer.status(), new byte[0], Set.of());
            }
            if (!CONTRACT.equals(answer.header("Openteller-Contract"))) {
                throw new NotOfContract("the header Openteller-Contract is not " + CONTRACT + " (status " + answer.status() + ")");
            }
            String type = answer.header("Content-Type");
            if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json *(;.*)?")) {
                throw new NotOfContract("it is no application/json (status " + answer.status() + ")");
            }
            byte[] body = answer.body().readNBytes(LONGEST + 1);
            if (body.length > LONGEST) {
                throw new NotOfContract("it is longer than 1 MB");
            }
            return new Reply(answer.status(), body, settings.knownCurrencies());
        }
    }

    private HttpRequest request(CallContext context, BankSettings settings, Ask ask) {
        String key = ask.changes() ? context.callId() : "";
        HttpRequest request = HttpRequest.of(ask.method(), URI.create(settings.address(ask.target())), ask.body())
                .withHeader("Accept", "application/json")
                .withHeader("Authorization", "Bearer " + settings.apiKey())
                .withHeader("Openteller-Contract", CONTRACT)
                .withHeader("Openteller-Bank", context.bank())
                .withHeader("Openteller-Trace", context.trace())
                .withHeader("Openteller-Deadline", context.deadline().toString());
        if (ask.changes()) {
            request = request.withHeader("Content-Type", "application/json").withHeader("Idempotency-Key", key);
        }
        Header more = settings.moreHeader();
        if (more != null) {
            request = request.withHeader(more.name(), more.value());
        }
        String secret = settings.signingSecret();
        return secret == null ? request : Signature.sign(request, secret, key, clock.instant());
    }

    static String said(int status) {
        return switch (status) {
            case 401, 403 -> "the bank's server does not take the key or the signature (" + status + ")";
            case 409 -> "the bank's server saw this key with another request (409)";
            case 429 -> "the bank's server is asked too often (429)";
            default -> "the bank's server answered " + status;
        };
    }

    /** @param changes whether something may have been done */
    private static String what(HttpFault.Kind kind, boolean changes) {
        String what =
                switch (kind) {
                    case NOT_ALLOWED -> "the bank's server may not be reached from here";
                    case UNREACHABLE -> "the bank's server cannot be reached";
                    case TOO_SLOW -> "the bank's server did not answer in time";
                    case TOO_LARGE -> "the bank's answer is too long";
                    case CANCELLED -> "nobody waited for the bank's answer";
                    case CERTIFICATE -> "the bank's server and this platform do not take each other's certificates";
                };
        return changes && kind != HttpFault.Kind.NOT_ALLOWED ? what + "; what was asked may have been done" : what;
    }
}
