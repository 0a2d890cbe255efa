package io.openteller.platform.widget.internal;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.channel.CustomerSessions;
import io.openteller.platform.channel.Visitor;
import io.openteller.platform.conversation.Assurance;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.identity.Public;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.FirstThreads;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.wording.Phrase;
import io.openteller.platform.wording.Wording;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a widget begins. */
@Public("The site key, the Origin header and the identity token")
@Controller("/api/v1/widget/sessions")
class SessionController {

    private static final Pattern LOCALE = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,2}");

    private final CustomerSessions sessions;
    private final Conversations conversations;
    private final Wording wording;
    private final WidgetLimits limits;
    private final TenantDatabase database;

    SessionController(
            CustomerSessions sessions,
            Conversations conversations,
            Wording wording,
            WidgetLimits limits,
            TenantDatabase database) {
        this.sessions = sessions;
        this.conversations = conversations;
        this.wording = wording;
        this.limits = limits;
        this.database = database;
    }

    /** @param identityToken the bank's signed word for who this is; null for a visitor */
    @Serdeable
    record NewSession(
            @Nullable String siteKey,
            @Nullable String identityToken,
            @Nullable String locale) {}

    /** @param token secret of this session; sent as bearer from now on */
    @Serdeable
    record StartedSession(
            String token,
            UUID conversationId,
            String bankName,
            String assistantName,
            String accentColor,
            Assurance assurance,
            List<String> suggestions) {}

    @Post
    @ExecuteOn(FirstThreads.FIRST)
    @Status(HttpStatus.CREATED)
    HttpResponse<StartedSession> start(
            @Body NewSession asked, @Nullable @Header(HttpHeaders.ORIGIN) String origin) {
        String siteKey = asked.siteKey() == null ? "" : asked.siteKey();
        Visitor visitor = sessions.admit(siteKey, origin, asked.identityToken());
        limits.session(visitor.bank());
        return CurrentTenant.call(visitor.bank(), () -> HttpResponse.created(started(visitor, locale(asked))));
    }

    private StartedSession started(Visitor visitor, String locale) {
        String greeting = wording.say(
                Phrase.GREETING,
                locale,
                visitor.site().assistantName(),
                visitor.bank().name());
        Opening opening =
                new Opening("WIDGET", visitor.customerRef(), visitor.customerName(), locale, greeting);
        Begun begun = database.inTransaction(sql -> {
            UUID conversation = conversations.open(opening);
            return new Begun(sessions.start(visitor, conversation), conversation);
        });
        return new StartedSession(
                begun.token(),
                begun.conversation(),
                visitor.bank().name(),
                visitor.site().assistantName(),
                visitor.site().accentColor(),
                opening.assurance(),
                visitor.site().suggestions());
    }

    private record Begun(String token, UUID conversation) {}

    private static String locale(NewSession asked) {
        return asked.locale() != null && LOCALE.matcher(asked.locale()).matches() ? asked.locale() : "en";
    }
}
