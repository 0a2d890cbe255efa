package io.openteller.platform.identity.internal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.MediaType;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way in and out for browsers of staff. */
@Controller("/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
class AuthController {

    private static final String ATTEMPT = "openteller_signin";
    private static final Duration ATTEMPT_LASTS = Duration.ofMinutes(10);

    private final KeycloakSettings settings;
    private final OidcProvider provider;
    private final SignIn signIn;
    private final Credentials credentials;
    private final PublicAddress address;

    AuthController(
            KeycloakSettings settings,
            OidcProvider provider,
            SignIn signIn,
            Credentials credentials,
            PublicAddress address) {
        this.settings = settings;
        this.provider = provider;
        this.signIn = signIn;
        this.credentials = credentials;
        this.address = address;
    }

    @Get("/login")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> login(@Nullable @QueryValue String returnTo) {
        if (!settings.complete()) {
            return MessagePage.of(Refusal.NOT_CONFIGURED);
        }
        Attempt attempt = Attempt.begin(returnTo);
        Optional<URI> page = provider.signInPage(attempt);
        return page.isEmpty()
                ? MessagePage.of(Refusal.UNAVAILABLE)
                : to(page.get()).cookie(cookie(ATTEMPT, attempt.cookie(), "/auth", ATTEMPT_LASTS));
    }

    @Get("/callback")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> callback(
            HttpRequest<?> request,
            @Nullable @QueryValue String code,
            @Nullable @QueryValue String state,
            @Nullable @QueryValue String iss) {
        Optional<Attempt> attempt = Attempt.read(value(request, ATTEMPT));
        if (attempt.isEmpty() || !attempt.get().state().equals(state)) {
            return ended(MessagePage.of(Refusal.EXPIRED));
        }
        boolean fromElsewhere = iss != null && !iss.equals(settings.issuer());
        if (code == null || code.isEmpty() || fromElsewhere || !settings.complete()) {
            return ended(MessagePage.of(Refusal.DECLINED));
        }
        return ended(switch (signIn.finish(code, attempt.get())) {
            case SignInOutcome.Refused(Refusal why) -> MessagePage.of(why);
            case SignInOutcome.Welcome(String cookie, String returnTo) -> {
                credentials.end(Credentials.cookie(request));
                yield to(URI.create(returnTo))
                        .cookie(cookie(Credentials.COOKIE, cookie, "/", StaffSessions.LONGEST));
            }
        });
    }

    @Post("/logout")
    HttpResponse<?> logout(HttpRequest<?> request) {
        if (!request.getHeaders().contains(AllowedInterceptor.HEADER)) {
            throw new ProblemException(ErrorCode.REQUEST_HEADER_MISSING);
        }
        credentials.end(Credentials.cookie(request));
        return HttpResponse.noContent().cookie(cookie(Credentials.COOKIE, "", "/", Duration.ZERO));
    }

    private MutableHttpResponse<?> ended(MutableHttpResponse<?> response) {
        return response.cookie(cookie(ATTEMPT, "", "/auth", Duration.ZERO));
    }

    private static MutableHttpResponse<?> to(URI place) {
        return HttpResponse.redirect(place).header("Cache-Control", "no-store");
    }

    private Cookie cookie(String name, String value, String path, Duration lasts) {
        return Cookie.of(name, value)
                .path(path)
                .httpOnly(true)
                .secure(address.secure())
                .sameSite(SameSite.Lax)
                .maxAge(lasts);
    }

    private static @Nullable String value(HttpRequest<?> request, String cookie) {
        return request.getCookies().findCookie(cookie).map(Cookie::getValue).orElse(null);
    }
}
