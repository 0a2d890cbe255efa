package io.openteller.platform.identity.internal;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Lets a request into a route only as somebody who may use it, and runs it with that bank and that actor bound. */
@Singleton
@InterceptorBean(Allowed.class)
class AllowedInterceptor implements MethodInterceptor<Object, Object> {

    /** Only a script of our own pages can add it: what protects a cookie from other sites. */
    static final String HEADER = "X-Openteller-Request";

    private final Credentials credentials;

    AllowedInterceptor(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> context) {
        HttpRequest<?> request = ServerRequestContext.currentRequest()
                .orElseThrow(() -> new IllegalStateException("a route for staff was called without a request"));
        Permission needed = context.enumValue(Allowed.class, Permission.class)
                .orElseThrow(() -> new IllegalStateException("a route names no permission"));
        Credentials.Proven proven =
                credentials.of(request).orElseThrow(() -> new ProblemException(ErrorCode.NOT_SIGNED_IN));
        // Another site can make a browser send the cookie, but not this header.
        boolean changes = request.getMethod() != HttpMethod.GET && request.getMethod() != HttpMethod.HEAD;
        if (changes && proven.byCookie() && !request.getHeaders().contains(HEADER)) {
            throw new ProblemException(ErrorCode.REQUEST_HEADER_MISSING);
        }
        if (!proven.actor().permissions().contains(needed)) {
            throw new ProblemException(ErrorCode.NOT_ALLOWED, "This needs the permission " + needed);
        }
        Actor actor = new Actor(
                proven.byCookie() ? Actor.Kind.STAFF : Actor.Kind.KEY,
                proven.actor().id(),
                proven.actor().name());
        return CurrentTenant.call(
                proven.bank(),
                () -> CurrentActor.call(actor, () -> CurrentStaff.call(proven.actor(), context::proceed)));
    }
}
