package io.openteller.platform.identity.internal;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.openteller.platform.identity.CurrentStaff.Actor;
import io.openteller.platform.identity.StaffMember;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who a request comes from. Cookie and key name the bank, so that looking them up already happens inside that bank's row
 * security; a wrong name finds nothing.
 */
@Singleton
class Credentials {

    static final String COOKIE = "openteller_session";
    private static final Pattern SESSION = Pattern.compile("([a-z][a-z0-9-]{2,39})\\.([A-Za-z0-9_-]{43})");
    private static final Pattern KEY = Pattern.compile("Bearer (otk_([a-z][a-z0-9-]{2,39})_[A-Za-z0-9_-]{43})");

    private final Tenants tenants;
    private final StaffSessions sessions;
    private final ApiKeys keys;

    Credentials(Tenants tenants, StaffSessions sessions, ApiKeys keys) {
        this.tenants = tenants;
        this.sessions = sessions;
        this.keys = keys;
    }

    record Proven(Tenant bank, Actor actor, boolean byCookie) {}

    Optional<Proven> of(HttpRequest<?> request) {
        String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        return authorization != null ? byKey(authorization) : byCookie(cookie(request));
    }

    static @Nullable String cookie(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(COOKIE)
                .map(cookie -> cookie.getValue())
                .orElse(null);
    }

    Optional<Proven> byCookie(@Nullable String cookie) {
        Matcher session = SESSION.matcher(cookie == null ? "" : cookie);
        if (!session.matches()) {
            return Optional.empty();
        }
        return tenants.find(new TenantSlug(session.group(1))).flatMap(bank -> CurrentTenant.call(
                bank, () -> sessions.member(session.group(2)).map(member -> new Proven(bank, actor(member), true))));
    }

    private Optional<Proven> byKey(String authorization) {
        Matcher key = KEY.matcher(authorization);
        if (!key.matches()) {
            return Optional.empty();
        }
        return tenants.find(new TenantSlug(key.group(2))).flatMap(bank -> CurrentTenant.call(
                bank, () -> keys.find(key.group(1)).map(actor -> new Proven(bank, actor, false))));
    }

    void end(@Nullable String cookie) {
        Matcher session = SESSION.matcher(cookie == null ? "" : cookie);
        if (session.matches()) {
            tenants.find(new TenantSlug(session.group(1))).ifPresent(bank -> CurrentTenant.run(bank, () -> sessions.end(
                    session.group(2))));
        }
    }

    private static Actor actor(StaffMember member) {
        return new Actor(member.id(), member.name(), member.permissions());
    }
}
