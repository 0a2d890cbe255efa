package io.openteller.platform.training.internal;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.training.internal.IntentViews.About;
import io.openteller.platform.training.internal.IntentViews.Items;
import io.openteller.platform.training.internal.SuggestionSql.Suggestion;
import java.util.UUID;

/** "This was about …": from the desk to the examples. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class SuggestionController {

    private final Suggestions suggestions;

    SuggestionController(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    /** Says what a customer's message was about. Kept without long numbers and addresses. */
    @Post("/desk/conversations/{id}/messages/{seq}/intent")
    @Allowed(Permission.CONVERSATION_WORK)
    @Status(HttpStatus.ACCEPTED)
    void suggest(UUID id, long seq, @Body About about) {
        suggestions.suggest(id, seq, about.intent() == null ? "" : about.intent(), me());
    }

    /** Those that nobody has decided on, oldest first. */
    @Get("/intents/suggestions")
    @Allowed(Permission.INTENT_READ)
    Items<Suggestion> list() {
        return new Items<>(suggestions.open());
    }

    /** Makes it an example; of another intent, if the body names one. */
    @Post("/intents/suggestions/{id}/accept")
    @Allowed(Permission.INTENT_WRITE)
    @Status(HttpStatus.NO_CONTENT)
    void accept(UUID id, @Body About about) {
        suggestions.accept(id, about.intent(), me());
    }

    @Post("/intents/suggestions/{id}/decline")
    @Allowed(Permission.INTENT_WRITE)
    @Status(HttpStatus.NO_CONTENT)
    void decline(UUID id) {
        suggestions.decline(id, me());
    }

    private static String me() {
        return CurrentStaff.get().name();
    }
}
