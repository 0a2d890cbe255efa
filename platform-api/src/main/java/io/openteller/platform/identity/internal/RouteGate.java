package io.openteller.platform.identity.internal;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Public;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Refuses to start while a route of the API does not say who may use it. At the event, not earlier: before it, the router
 * does not know all routes yet.
 */
@Singleton
class RouteGate implements ApplicationEventListener<StartupEvent> {

    private final Router router;

    RouteGate(Router router) {
        this.router = router;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        List<UriRouteInfo<?, ?>> routes = router.uriRoutes()
                .filter(route -> route.getUriMatchTemplate().toString().startsWith("/api/"))
                .toList();
        if (routes.isEmpty()) {
            throw new IllegalStateException("the router knows no route of the API, so none could be checked");
        }
        List<String> silent = routes.stream()
                .filter(route -> !speaks(route.getTargetMethod().getAnnotationMetadata()))
                .map(RouteGate::described)
                .toList();
        if (!silent.isEmpty()) {
            throw new IllegalStateException("routes that say nothing about who may use them: " + silent);
        }
    }

    private static boolean speaks(AnnotationMetadata route) {
        return route.hasAnnotation(Allowed.class) || route.hasAnnotation(Public.class);
    }

    private static String described(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate();
    }
}
