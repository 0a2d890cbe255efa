package io.openteller.platform.answer.internal;

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
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.answer.internal.WordedAnswer.Standing;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.tenancy.UuidV7;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the bank says word for word. */
@Controller("/api/v1/wording/answers")
@ExecuteOn(TaskExecutors.BLOCKING)
class WordingController {

    private final WordingBook book;

    WordingController(WordingBook book) {
        this.book = book;
    }

    @Serdeable
    record Items(List<WordedAnswer> items) {}

    /** @param language BCP 47; English if missing */
    @Serdeable
    record NewWording(
            @Nullable String intent,
            @Nullable List<String> questions,
            @Nullable String text,
            @Nullable String language,
            @Nullable Boolean strict,
            @Nullable String documentSlug) {

        WordedAnswer by(UUID id, String author) {
            return new WordedAnswer(
                    id,
                    intent == null || intent.isBlank() ? null : intent.strip(),
                    Objects.requireNonNullElse(questions, List.of()),
                    Objects.requireNonNullElse(text, "").strip(),
                    Objects.requireNonNullElse(language, "en"),
                    Boolean.TRUE.equals(strict),
                    documentSlug,
                    author,
                    Instant.now(),
                    null,
                    Standing.IN_REVIEW);
        }
    }

    @Get
    @Allowed(Permission.KNOWLEDGE_READ)
    Items list() {
        return new Items(book.all());
    }

    @Post
    @Allowed(Permission.KNOWLEDGE_WRITE)
    @Status(HttpStatus.CREATED)
    HttpResponse<WordedAnswer> add(@Body NewWording wording) {
        return HttpResponse.created(book.put(wording.by(UuidV7.next(), me())));
    }

    /** A change goes to review again, and is not said until somebody else approved it. */
    @Put("/{id}")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    WordedAnswer change(UUID id, @Body NewWording wording) {
        book.mustExist(id);
        return book.put(wording.by(id, me()));
    }

    @Post("/{id}/approve")
    @Allowed(Permission.KNOWLEDGE_APPROVE)
    WordedAnswer approve(UUID id) {
        return book.decide(id, Standing.APPROVED, me());
    }

    @Post("/{id}/reject")
    @Allowed(Permission.KNOWLEDGE_APPROVE)
    WordedAnswer reject(UUID id) {
        return book.decide(id, Standing.REJECTED, me());
    }

    @Delete("/{id}")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    @Status(HttpStatus.NO_CONTENT)
    void delete(UUID id) {
        book.delete(id);
    }

    private static String me() {
        return CurrentStaff.get().name();
    }
}
