package io.openteller.bench.router;

import io.openteller.packages.Manifest;
import io.openteller.platform.plugin.internal.calls.Ways;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The host's own context of an earlier call, with time left, and the way out that it gives every call. */
record DirectContext(CallContext host, Instant deadline, Ways ways, Manifest manifest) implements CallContext {

    @Override
    public String bank() {
        return host.bank();
    }

    @Override
    public String callId() {
        return host.callId();
    }

    @Override
    public String trace() {
        return host.trace();
    }

    @Override
    public Http http() {
        return ways.open(manifest, this);
    }

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public @Nullable String setting(String name) {
        return host.setting(name);
    }
}
