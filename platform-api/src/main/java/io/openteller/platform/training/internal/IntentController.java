package io.openteller.platform.training.internal;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.training.internal.IntentSql.Head;
import io.openteller.platform.training.internal.IntentViews.Detail;
import io.openteller.platform.training.internal.IntentViews.Example;
import io.openteller.platform.training.internal.IntentViews.NewExample;
import io.openteller.platform.training.internal.IntentViews.NewIntent;
import io.openteller.platform.training.internal.IntentViews.Overview;
import java.util.UUID;

/** What the bank's customers want, and the messages that teach the assistant to see it. */
@Controller("/api/v1/intents")
@ExecuteOn(TaskExecutors.BLOCKING)
class IntentController {

    private final IntentBook book;
    private final IntentOverview overview;

    IntentController(IntentBook book, IntentOverview overview) {
        this.book = book;
        this.overview = overview;
    }

    @Get
    @Allowed(Permission.INTENT_READ)
    Overview list() {
        return overview.all();
    }

    @Get("/{name}")
    @Allowed(Permission.INTENT_READ)
    Detail one(String name) {
        return overview.one(name);
    }

    /** Adds an intent, or changes its title and tier. What is in force changes with the next model that is published. */
    @Put("/{name}")
    @Allowed(Permission.INTENT_WRITE)
    Detail put(String name, @Body NewIntent intent) {
        String title = ExampleText.clean(intent.title() == null ? "" : intent.title());
        if (!ExampleText.isName(name)) {
            throw new ProblemException(
                    ErrorCode.INTENT_INVALID, "A name has small letters, digits and “_”, at most 64 of them");
        }
        if (title.isEmpty() || title.length() > ExampleText.LONGEST_TITLE) {
            throw new ProblemException(ErrorCode.INTENT_INVALID, "A title has 1 to 120 characters");
        }
        if (intent.tier() == null) {
            throw new ProblemException(ErrorCode.INTENT_INVALID, "The tier is A, B or C");
        }
        book.put(new Head(name, title, intent.tier()), me());
        return overview.one(name);
    }

    @Delete("/{name}")
    @Allowed(Permission.INTENT_WRITE)
    @Status(HttpStatus.NO_CONTENT)
    void delete(String name) {
        book.delete(name);
    }

    @Post("/{name}/examples")
    @Allowed(Permission.INTENT_WRITE)
    @Status(HttpStatus.CREATED)
    HttpResponse<Example> add(String name, @Body NewExample example) {
        String text = example.text() == null ? "" : example.text();
        return HttpResponse.created(
                Example.of(book.add(name, text, example.language(), Learned.Source.ADMIN, me())));
    }

    @Delete("/{name}/examples/{id}")
    @Allowed(Permission.INTENT_WRITE)
    @Status(HttpStatus.NO_CONTENT)
    void remove(String name, UUID id) {
        book.remove(name, id, me());
    }

    private static String me() {
        return CurrentStaff.get().name();
    }
}
