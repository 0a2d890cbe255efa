package {{package}};

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.identity.OneTimeCode;
import {{package}}.{{Name}}Api.Reply;
import java.time.Instant;
import org.pf4j.Extension;

/**
 * Codes by {@code POST /codes} and {@code POST /codes/{challenge}/checks}. The service makes them, counts attempts and knows
 * when they end; here is neither a code nor a counter that could be lost.
 */
@Extension
public final class {{Name}}Codes implements OneTimeCode {

    @Override
    public Outcome<Sent> send(CallContext context, String customerRef, String mobile) {
        return switch ({{Name}}Api.post(context, Challenge.class, new Wish(customerRef, mobile), "codes")) {
            case Reply.Ok(var challenge) -> Outcome.done(challenge.sent(), Instant.now());
            case Reply.Missing() -> Outcome.notFound("customer");
            case Reply.Refused(var reason) -> Outcome.refused(reason);
            case Reply.Failed(var detail, var mayHaveHappened) -> Outcome.unavailable(detail);
        };
    }

    @Override
    public Outcome<Check> verify(CallContext context, String challengeId, String code) {
        return switch ({{Name}}Api.post(context, Result.class, new Attempt(code), "codes", challengeId, "checks")) {
            case Reply.Ok(var result) -> Outcome.done(result.check(), Instant.now());
            // A challenge that the service knows no more has ended, as far as the customer is concerned.
            case Reply.Missing() -> Outcome.done(Check.expired(), Instant.now());
            case Reply.Refused(var reason) -> Outcome.refused(reason);
            case Reply.Failed(var detail, var mayHaveHappened) -> Outcome.unavailable(detail);
        };
    }

    private record Wish(String customer, String to) {}

    private record Attempt(String code) {}

    private record Challenge(String id, String destination, long expiresAtSeconds) {

        Sent sent() {
            return new Sent(id, destination, Instant.ofEpochSecond(expiresAtSeconds));
        }
    }

    private record Result(Word word, int attemptsLeft) {

        enum Word {
            RIGHT,
            WRONG,
            EXPIRED,
            TOO_MANY
        }

        Check check() {
            return switch (word) {
                case RIGHT -> Check.verified();
                case WRONG -> Check.wrong(attemptsLeft);
                case EXPIRED -> Check.expired();
                case TOO_MANY -> Check.tooMany();
            };
        }
    }
}
