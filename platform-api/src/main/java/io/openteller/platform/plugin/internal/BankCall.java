package io.openteller.platform.plugin.internal;

import io.openteller.spi.CallContext;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call, as the plugin sees it. */
record BankCall(String bank, String callId, Instant deadline, Map<String, String> settings) implements CallContext {

    @Override
    public @Nullable String setting(String name) {
        return settings.get(name);
    }
}
