package io.openteller.testkit;

import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call as the platform would make it; its way out leads to servers on this machine alone. */
public record TestCall(String bank, String callId, Instant deadline, Map<String, String> settings)
        implements CallContext {

    @Override
    public String trace() {
        return "test";
    }

    @Override
    public Http http() {
        return new LoopbackHttp(this);
    }

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public @Nullable String setting(String name) {
        return settings.get(name);
    }
}
