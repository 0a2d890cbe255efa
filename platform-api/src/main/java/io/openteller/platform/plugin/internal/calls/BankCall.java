package io.openteller.platform.plugin.internal.calls;

import io.openteller.packages.Manifest;
import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call, as the plugin sees it. */
final class BankCall implements CallContext {

    private final String bank;
    private final String callId;
    private final String trace;
    private final Instant deadline;
    private final Map<String, String> settings;
    private final Http http;
    private volatile boolean gone;

    BankCall(
            String bank,
            String callId,
            String trace,
            Instant deadline,
            Map<String, String> settings,
            Manifest manifest,
            Ways ways) {
        this.bank = bank;
        this.callId = callId;
        this.trace = trace;
        this.deadline = deadline;
        this.settings = settings;
        this.http = request -> {
            if (gone) {
                throw new Http.HttpFault(Http.HttpFault.Kind.CANCELLED, "the caller has gone");
            }
            return ways.open(manifest, this).call(request);
        };
    }

    /** Nobody waits any more. */
    void end() {
        gone = true;
    }

    @Override
    public String bank() {
        return bank;
    }

    @Override
    public String callId() {
        return callId;
    }

    @Override
    public String trace() {
        return trace;
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public boolean cancelled() {
        return gone;
    }

    @Override
    public @Nullable String setting(String name) {
        return settings.get(name);
    }

    @Override
    public Http http() {
        return http;
    }
}
