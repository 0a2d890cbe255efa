package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpMethod;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.openteller.platform.identity.Public;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The whole platform, started as in production on a real database, asked over HTTP. */
class PlatformIT {

    @Test
    void it_starts_and_is_healthy_once_its_models_are_loaded() throws Exception {
        try (EmbeddedServer server = start()) {
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            String health = get(server, "/health").body();
            while (!health.contains("\"status\":\"UP\"") && System.nanoTime() < end) {
                Thread.sleep(100);
                health = get(server, "/health").body();
            }
            assertThat(health).contains("\"status\":\"UP\"");
        }
    }

    @Test
    void an_unknown_address_is_a_problem_without_a_trace() throws Exception {
        try (EmbeddedServer server = start()) {
            HttpResponse<String> response = get(server, "/api/v1/nothing");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(response.body())
                    .contains("urn:openteller:problem:not-found", "There is nothing here", "urn:uuid:")
                    .doesNotContain("Exception", "io.openteller", "/api/v1/nothing");
        }
    }

    @Test
    void no_route_for_staff_answers_somebody_who_is_not_signed_in() throws Exception {
        try (EmbeddedServer platform = start()) {
            List<UriRouteInfo<?, ?>> routes = platform.getApplicationContext()
                    .getBean(Router.class)
                    .uriRoutes()
                    .filter(route -> path(route).startsWith("/api/v1/")
                            && !route.getTargetMethod().hasAnnotation(Public.class))
                    .filter(route -> route.getHttpMethod() != HttpMethod.HEAD
                            && route.getHttpMethod() != HttpMethod.OPTIONS)
                    .toList();
            assertThat(routes).hasSizeGreaterThan(20);
            for (UriRouteInfo<?, ?> route : routes) {
                assertThat(asked(platform, route)).as("%s %s", route.getHttpMethodName(), path(route)).isIn(401, 415);
            }
        }
    }

    @Test
    void it_refuses_to_start_on_an_open_boundary() {
        Database.asOwner().useHandle(sql -> sql.execute("ALTER TABLE message NO FORCE ROW LEVEL SECURITY"));
        try {
            assertThatThrownBy(() -> start().close())
                    .rootCause()
                    .hasMessageContaining("message has tenant_id but no forced row security");
        } finally {
            Database.asOwner().useHandle(sql -> sql.execute("ALTER TABLE message FORCE ROW LEVEL SECURITY"));
        }
    }

    private static EmbeddedServer start() {
        return TestPlatform.start(Map.of());
    }

    private static HttpResponse<String> get(EmbeddedServer server, String path) throws Exception {
        URI address = server.getURI().resolve(path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static int asked(EmbeddedServer platform, UriRouteInfo<?, ?> route) throws Exception {
        String address = path(route)
                .replaceAll("\\{[?/].*?}", "")
                .replaceAll("\\{(seq|number|version)}", "1")
                .replaceAll("\\{.*?}", "0199aaaa-0000-7000-8000-000000000000");
        HttpRequest request = HttpRequest.newBuilder(platform.getURI().resolve(address))
                .header("Content-Type", "application/json")
                .method(route.getHttpMethodName(), HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return TestVisitor.CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toString();
    }
}
