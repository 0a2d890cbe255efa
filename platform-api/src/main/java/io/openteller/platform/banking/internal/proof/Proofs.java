package io.openteller.platform.banking.internal.proof;

import io.openteller.platform.banking.BankResult;
import io.openteller.spi.identity.OneTimeCode.Check;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Supplier;

/** Makes one attempt, unless there were too many. */
@Singleton
public class Proofs {

    /** May be shown to the customer. */
    public static final String LOCKED = "There were too many wrong attempts. Please try again in an hour.";

    private final Attempts attempts;
    private final Clock clock;

    Proofs(Attempts attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    public boolean locked(String customer) {
        return attempts.locked(customer);
    }

    /** Nothing is asked of the bank for a customer who is locked. */
    public BankResult<Check> attempt(String customer, Supplier<BankResult<Check>> asking) {
        if (!attempts.begun(customer)) {
            return new BankResult.Done<>(Check.tooMany(), clock.instant(), "", 0);
        }
        BankResult<Check> result = asking.get();
        boolean judged = false;
        boolean right = false;
        if (result instanceof BankResult.Done<Check> done) {
            switch (done.value()) {
                case Check.Verified() -> right = true;
                case Check.Wrong wrong -> judged = true;
                case Check.TooMany() -> judged = true;
                case Check.Expired() -> judged = false;
            }
        }
        attempts.ended(customer, right, judged);
        return result;
    }
}
