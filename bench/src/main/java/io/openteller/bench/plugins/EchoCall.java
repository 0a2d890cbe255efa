package io.openteller.bench.plugins;

import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import io.openteller.spi.workflow.StepCall;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One call with an argument of so many characters. */
record EchoCall(String input, Instant deadline) implements CallContext, StepCall {

    @Override
    public String bank() {
        return "harbour";
    }

    @Override
    public String callId() {
        return "0198c0de-0000-7000-8000-000000000001";
    }

    @Override
    public String trace() {
        return callId();
    }

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public @Nullable String setting(String name) {
        return null;
    }

    @Override
    public Http http() {
        return request -> {
            throw new Http.HttpFault(Http.HttpFault.Kind.NOT_ALLOWED, "nothing is declared");
        };
    }

    @Override
    public String step() {
        return "echo";
    }

    @Override
    public String customerRef() {
        return "C-1";
    }
}
