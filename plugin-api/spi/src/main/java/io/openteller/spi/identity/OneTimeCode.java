package io.openteller.spi.identity;

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import java.time.Instant;
import org.pf4j.ExtensionPoint;

/** Codes that only the customer's own phone gets. */
public interface OneTimeCode extends ExtensionPoint {

    /** Sends a new code; the one before, if any, stops working. The call's id names the challenge. */
    Outcome<Sent> send(CallContext context, String customerRef, String mobile);

    /** Checks a code. A right code works once. */
    Outcome<Check> verify(CallContext context, String challengeId, String code);

    /** @param maskedDestination fit to be shown, with only the last digits */
    record Sent(String challengeId, String maskedDestination, Instant expiresAt) {}

    /** What became of one attempt. */
    sealed interface Check {
        record Verified() implements Check {}

        record Wrong(int attemptsLeft) implements Check {}

        record Expired() implements Check {}

        record TooMany() implements Check {}

        static Check verified() {
            return new Verified();
        }

        static Check wrong(int attemptsLeft) {
            return new Wrong(attemptsLeft);
        }

        static Check expired() {
            return new Expired();
        }

        static Check tooMany() {
            return new TooMany();
        }
    }
}
