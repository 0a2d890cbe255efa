package io.openteller.platform.banking.internal.intent;

import io.openteller.platform.banking.Ruling;
import io.openteller.platform.banking.internal.policy.Denial;
import io.openteller.platform.banking.internal.policy.Rule;
import java.util.Locale;
import java.util.Objects;

/** What is kept of an intent that went past its proposal, as it is told. */
final class Rulings {

    private Rulings() {}

    static Ruling of(Intent intent) {
        return switch (intent.state()) {
            case PROPOSED -> throw new IllegalStateException("nothing came of it yet: " + intent.callId());
            case DECLINED -> new Denial(Rule.valueOf(intent.reason().toUpperCase(Locale.ROOT).replace('-', '_'))).ruling();
            case CALLING, IN_DOUBT, NEEDS_PERSON -> new Ruling.InDoubt(intent.plugin(), intent.settled());
            case DONE ->
                new Ruling.Done(
                        Objects.requireNonNull(intent.output()).deepCopy(),
                        Objects.requireNonNull(intent.asOf()),
                        intent.plugin(),
                        intent.millis());
            case REFUSED -> new Ruling.Refused(intent.reason(), intent.plugin(), intent.millis());
            case NOT_DONE -> new Ruling.Unavailable(intent.reason(), intent.plugin(), intent.millis());
        };
    }
}
