package io.openteller.platform.sources.internal;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.sources.Suggestions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations that would make a document. For those who write documents: they see what customers wrote, masked. */
@Controller("/api/v1/sources/conversations")
@ExecuteOn(TaskExecutors.BLOCKING)
class SuggestionController {

    private static final int LONGEST = 8_000;

    private final Suggestions suggestions;

    SuggestionController(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Get
    @Allowed(Permission.KNOWLEDGE_WRITE)
    SuggestionList list(@Nullable @QueryValue Integer limit) {
        return new SuggestionList(suggestions.list(Math.clamp(limit == null ? 20 : limit, 1, 100)));
    }

    @Post("/{id}/take")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    @Status(HttpStatus.CREATED)
    HttpResponse<Suggestions.Taken> take(UUID id, @Body TakenPair pair) {
        String question = given("question", pair.question());
        String answer = given("answer", pair.answer());
        return HttpResponse.created(suggestions
                .take(id, question, answer, CurrentActor.get())
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)));
    }

    @Post("/{id}/dismiss")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    @Status(HttpStatus.NO_CONTENT)
    void dismiss(UUID id) {
        if (!suggestions.dismiss(id, CurrentActor.get().name())) {
            throw new ProblemException(ErrorCode.NOT_FOUND);
        }
    }

    private static String given(String field, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > LONGEST) {
            throw new ProblemException(
                    ErrorCode.SOURCE_INVALID, List.of(new FieldFault(field, "1 to " + LONGEST + " characters")));
        }
        return value;
    }

    @Serdeable
    record SuggestionList(List<Suggestions.Suggestion> items) {}

    /** As edited by whoever takes it. */
    @Serdeable
    record TakenPair(@Nullable String question, @Nullable String answer) {}
}
