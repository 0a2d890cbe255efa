package io.openteller.host.child;

import io.openteller.host.wire.Circumstances;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record ChildContext(Circumstances circumstances, RunningCall call) implements CallContext {

    @Override
    public String bank() {
        return circumstances.bank();
    }

    @Override
    public String callId() {
        return circumstances.callId();
    }

    @Override
    public String trace() {
        return circumstances.trace();
    }

    @Override
    public Instant deadline() {
        return circumstances.deadline();
    }

    @Override
    public boolean cancelled() {
        return call.cancelled();
    }

    @Override
    public @Nullable String setting(String name) {
        return circumstances.settings().get(name);
    }

    @Override
    public Http http() {
        return circumstances.http();
    }

    /** Settings hold secrets. */
    @Override
    public String toString() {
        return "call " + callId();
    }
}
