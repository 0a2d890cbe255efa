package io.openteller.platform.identity.internal;

import io.micronaut.context.annotation.Context;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Public;
import jakarta.annotation.PostConstruct;
import java.util.List;

/** Refuses to start while a route of the API does not say who may use it. */
@Context
class RouteGate {

    private final Router router;

    RouteGate(Router router) {
        this.router = router;
    }

    @PostConstruct
    void check() {
        List<String> open = router.uriRoutes()
                .filter(route -> route.getUriMatchTemplate().toString().startsWith("/api/"))
                .filter(route -> !route.getAnnotationMetadata().hasAnnotation(Allowed.class)
                        && !route.getAnnotationMetadata().hasAnnotation(Public.class))
                .map(RouteGate::described)
                .toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException("routes that say nothing about who may use them: " + open);
        }
    }

    private static String described(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate();
    }
}
