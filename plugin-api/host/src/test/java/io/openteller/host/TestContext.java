package io.openteller.host;

import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A call of a bank. */
record TestContext(String bank, Instant deadline, Map<String, String> settings, AtomicBoolean gone, Http http)
        implements CallContext {

    static TestContext within(Duration time) {
        return of("harbour", Map.of(), time);
    }

    static TestContext of(String bank, Map<String, String> settings, Duration time) {
        return new TestContext(bank, Instant.now().plus(time), settings, new AtomicBoolean(), request -> {
            throw new Http.HttpFault(Http.HttpFault.Kind.NOT_ALLOWED, "nothing is declared");
        });
    }

    TestContext with(Http other) {
        return new TestContext(bank, deadline, settings, gone, other);
    }

    @Override
    public String callId() {
        return "call-1";
    }

    @Override
    public String trace() {
        return "trace-1";
    }

    @Override
    public boolean cancelled() {
        return gone.get();
    }

    @Override
    public @Nullable String setting(String name) {
        return settings.get(name);
    }
}
