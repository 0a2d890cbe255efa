package io.openteller.platform.plugin.internal.calls;

import java.time.Duration;

/** One call, and once it is over, how it ended. Of the thread that makes it; the plugin's tells it the operation. */
final class Call<R> {

    final BankCall context;
    final Duration within;
    volatile String operation;
    Ended<R> ended = new Ended.Held<>("not made");
    long micros;

    Call(BankCall context, Duration within, String operation) {
        this.context = context;
        this.within = within;
        this.operation = operation;
    }

    long millis() {
        return micros / 1000;
    }
}
