package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.openteller.platform.identity.Public;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No route of the API is open because somebody forgot to close it. */
class RouteGateIT {

    private static final String PLANTED = "test.forgotten-route";

    @Controller("/api/v1/forgotten")
    @Requires(property = PLANTED, value = "true")
    static class ForgottenController {

        @Get
        String anybody() {
            return "secret";
        }
    }

    @Test
    void a_route_that_names_nobody_stops_the_start() {
        assertThatThrownBy(() -> TestPlatform.start(Map.of(PLANTED, "true")).close())
                .rootCause()
                .hasMessageContaining("GET /api/v1/forgotten");
    }

    @Test
    void every_staff_route_refuses_who_is_not_signed_in() throws Exception {
        try (EmbeddedServer platform = TestPlatform.start(Map.of())) {
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

    private static int asked(EmbeddedServer platform, UriRouteInfo<?, ?> route) throws Exception {
        String address = path(route).replaceAll("\\{[?/].*?}", "").replaceAll("\\{.*?}", "0199aaaa-0000-7000-8000-000000000000");
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
