package io.openteller.host.wire;

import io.openteller.spi.Http;
import java.time.Instant;
import java.util.Map;

/** What of a {@link io.openteller.spi.CallContext} travels. */
public record Circumstances(
        String bank, String callId, String trace, Instant deadline, Map<String, String> settings, Http http) {}
