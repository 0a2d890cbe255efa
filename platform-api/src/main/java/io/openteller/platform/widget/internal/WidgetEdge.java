package io.openteller.platform.widget.internal;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.channel.CustomerSession;
import io.openteller.platform.channel.CustomerSessions;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may touch which conversation. Another session's conversation looks like none at all. */
@Singleton
class WidgetEdge {

    private final CustomerSessions sessions;

    WidgetEdge(CustomerSessions sessions) {
        this.sessions = sessions;
    }

    /** Runs {@code work} for the bank of the session, if the session reaches this conversation. */
    <T> T within(HttpRequest<?> request, UUID conversation, ScopedValue.CallableOp<T, RuntimeException> work) {
        CustomerSession session = session(request, conversation);
        Actor customer = new Actor(Actor.Kind.CUSTOMER, conversation, "customer");
        return CurrentTenant.call(session.bank(), () -> CurrentActor.call(customer, work));
    }

    CustomerSession session(HttpRequest<?> request, UUID conversation) {
        CustomerSession session = sessions.require(
                request.getHeaders().get(HttpHeaders.AUTHORIZATION), origin(request));
        if (!session.conversation().equals(conversation)) {
            throw new ProblemException(ErrorCode.NOT_FOUND);
        }
        return session;
    }

    /** Browsers leave Origin out of a GET to the page's own origin, and say so in Sec-Fetch-Site. */
    private static @Nullable String origin(HttpRequest<?> request) {
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (origin == null && "same-origin".equals(request.getHeaders().get("Sec-Fetch-Site"))) {
            String scheme = request.isSecure() ? "https://" : "http://";
            return scheme + request.getHeaders().get(HttpHeaders.HOST);
        }
        return origin;
    }
}
