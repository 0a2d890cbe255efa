package io.openteller.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.Database;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteGateIT {

    @Test
    void a_route_that_says_nothing_about_who_may_use_it_stops_the_start() {
        assertThatThrownBy(() -> start(Map.of("test.planted-route", "yes")).close())
                .hasMessageContaining("GET /api/v1/planted")
                .hasMessageNotContaining("/api/v1/me");
    }

    @Test
    void every_route_of_the_platform_says_it() {
        try (EmbeddedServer server = start(Map.of())) {
            assertThat(server.isRunning()).isTrue();
        }
    }

    private static EmbeddedServer start(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "micronaut.server.port", "-1",
                "openteller.turn.loop", "false",
                "openteller.sources.loop", "false",
                "datasources.default.url", Database.url(),
                "openteller.migration.url", Database.url()));
        settings.putAll(more);
        return ApplicationContext.run(EmbeddedServer.class, settings);
    }
}
