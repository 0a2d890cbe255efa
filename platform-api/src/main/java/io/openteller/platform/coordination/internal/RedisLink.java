package io.openteller.platform.coordination.internal;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.micronaut.context.annotation.Property;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The client, when an address is configured. Starting never waits for Redis: connections are made by their users. */
@Singleton
class RedisLink {

    private final Optional<RedisClient> client;

    RedisLink(@Property(name = "openteller.redis.url", defaultValue = "") String url) {
        this.client = url.isBlank() ? Optional.empty() : Optional.of(client(url));
    }

    private static RedisClient client(String url) {
        RedisURI address = RedisURI.create(url);
        address.setTimeout(Duration.ofMillis(500));
        // Not sent, because servers before 7.2 do not know the command and say so for every connection.
        address.setLibraryName("");
        address.setLibraryVersion("");
        RedisClient client = RedisClient.create(address);
        // A command that cannot be sent now is of no use later: hints are renewed, limits fall back.
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(Duration.ofMillis(500)))
                .build());
        return client;
    }

    Optional<RedisClient> client() {
        return client;
    }

    @PreDestroy
    void close() {
        client.ifPresent(open -> open.shutdown(Duration.ZERO, Duration.ofSeconds(2)));
    }
}
