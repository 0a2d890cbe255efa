package io.openteller.kit.bank;

import io.openteller.spi.CallContext;
import io.openteller.spi.Http;
import io.openteller.spi.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One call of the contract test.
 *
 * @param changing what is done to the request after the plugin made it, where a test wants it wrong
 */
record Call(
        String bank,
        String callId,
        Instant deadline,
        Map<String, String> settings,
        UnaryOperator<HttpRequest> changing)
        implements CallContext {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    static Call of(BankTest test) {
        return of(test, test.settings());
    }

    static Call of(BankTest test, Map<String, String> settings) {
        return new Call(
                test.bank(), "test-" + UUID.randomUUID(), Instant.now().plus(LONGEST), settings, UnaryOperator.identity());
    }

    Call named(String id) {
        return new Call(bank, id, deadline, settings, changing);
    }

    Call changing(UnaryOperator<HttpRequest> change) {
        return new Call(bank, callId, deadline, settings, change);
    }

    @Override
    public String trace() {
        return "contract-test";
    }

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public @Nullable String setting(String name) {
        return settings.get(name);
    }

    @Override
    public Http http() {
        return request -> new OpenHttp(deadline).call(changing.apply(request));
    }
}
