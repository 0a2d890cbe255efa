package io.openteller.platform.plugin.internal;

import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One call, as the plugin sees it. */
record BankCall(
        String bank,
        String callId,
        Instant deadline,
        Map<String, String> settings,
        AtomicBoolean gone,
        List<String> egress,
        PluginWays ways)
        implements CallContext {

    @Override
    public String trace() {
        return callId;
    }

    @Override
    public Http http() {
        return ways.open(egress, this);
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
