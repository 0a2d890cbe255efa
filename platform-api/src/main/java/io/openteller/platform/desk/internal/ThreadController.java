package io.openteller.platform.desk.internal;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One conversation in a person's hands. */
@Controller("/api/v1/desk/conversations/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
class ThreadController {

    private static final int LONGEST = 4_000;

    private final Threads threads;

    ThreadController(Threads threads) {
        this.threads = threads;
    }

    /** @param version of the conversation that the person saw */
    @Serdeable
    record Change(@Nullable Long version, @Nullable String note) {
        long seen() {
            if (version == null) {
                throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "version is missing");
            }
            return version;
        }
    }

    /** @param toStaffId who gets it; null gives it back to the queue */
    @Serdeable
    record Transfer(
            @Nullable Long version,
            @Nullable UUID toStaffId,
            @Nullable String reason) {}

    @Serdeable
    record Said(@Nullable String clientMessageId, @Nullable String text) {}

    @Serdeable
    record Accepted(long seq) {}

    @Get
    @Allowed(Permission.CONVERSATION_READ)
    ThreadView view(UUID id) {
        return threads.view(id);
    }

    @Post("/claim")
    @Allowed(Permission.CONVERSATION_WORK)
    ThreadView claim(UUID id, @Body Change change) {
        return threads.take(id, change.seen());
    }

    @Post("/take-over")
    @Allowed(Permission.CONVERSATION_WORK)
    ThreadView takeOver(UUID id, @Body Change change) {
        return threads.take(id, change.seen());
    }

    @Post("/release")
    @Allowed(Permission.CONVERSATION_WORK)
    ThreadView release(UUID id, @Body Change change) {
        return threads.release(id, change.seen());
    }

    @Post("/resolve")
    @Allowed(Permission.CONVERSATION_WORK)
    ThreadView resolve(UUID id, @Body Change change) {
        return threads.resolve(id, change.seen(), change.note() == null ? null : text(change.note()));
    }

    @Post("/transfer")
    @Allowed(Permission.CONVERSATION_WORK)
    ThreadView transfer(UUID id, @Body Transfer transfer) {
        long version = new Change(transfer.version(), null).seen();
        return threads.transfer(id, version, transfer.toStaffId(), text(transfer.reason()));
    }

    @Post("/messages")
    @Allowed(Permission.CONVERSATION_WORK)
    @Status(HttpStatus.ACCEPTED)
    HttpResponse<Accepted> say(UUID id, @Body Said said) {
        String clientId = said.clientMessageId() == null ? "" : said.clientMessageId();
        if (!clientId.matches("[A-Za-z0-9_-]{1,64}") || clientId.startsWith("step-")) {
            throw new ProblemException(ErrorCode.BAD_CLIENT_MESSAGE_ID);
        }
        return HttpResponse.accepted().body(new Accepted(threads.say(id, clientId, text(said.text()))));
    }

    @Post("/notes")
    @Allowed(Permission.CONVERSATION_WORK)
    @Status(HttpStatus.CREATED)
    HttpResponse<NoteSql.Note> note(UUID id, @Body Said said) {
        return HttpResponse.created(threads.note(id, text(said.text())));
    }

    private static String text(@Nullable String given) {
        String text = given == null ? "" : given.replace("\u0000", "");
        if (text.isBlank()) {
            throw new ProblemException(ErrorCode.EMPTY_MESSAGE);
        }
        if (text.length() > LONGEST) {
            throw new ProblemException(ErrorCode.MESSAGE_TOO_LONG);
        }
        return text;
    }
}
