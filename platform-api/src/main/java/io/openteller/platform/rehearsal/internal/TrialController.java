package io.openteller.platform.rehearsal.internal;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.rehearsal.internal.TrialViews.Customers;
import io.openteller.platform.rehearsal.internal.TrialViews.TestState;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Trying a procedure out, as a customer of the made-up bank. */
@Controller("/api/v1/procedures/tests")
@ExecuteOn(TaskExecutors.BLOCKING)
class TrialController {

    private static final int LONGEST = 4_000;

    private final Trials trials;
    private final Tested tested;
    private final KnownCustomers customers;
    private final Hearing hearing;
    private final Clock clock;

    TrialController(Trials trials, Tested tested, KnownCustomers customers, Hearing hearing, Clock clock) {
        this.trials = trials;
        this.tested = tested;
        this.customers = customers;
        this.hearing = hearing;
        this.clock = clock;
    }

    /** @param message what the customer begins with; may be left out */
    @Serdeable
    record Beginning(
            Map<String, Object> definition,
            String customerRef,
            String language,
            @Nullable String message,
            @Nullable Map<String, Object> inputs) {}

    @Post
    @Allowed(Permission.PROCEDURE_WRITE)
    TestState begin(@Body Beginning beginning) {
        Trial trial = trials.begin(
                tested.definition(beginning.definition()),
                beginning.customerRef(),
                beginning.language(),
                text(beginning.message()),
                trials.inputs(beginning.inputs() == null ? Map.of() : beginning.inputs()));
        return Tested.view(trial);
    }

    /** Whom one may try it as: customers that wrote to the bank lately. */
    @Get("/customers")
    @Allowed(Permission.PROCEDURE_WRITE)
    Customers customers() {
        return new Customers(customers.all());
    }

    /**
     * Something happens.
     *
     * @param kind MESSAGE, IDENTITY, CONFIRMATION, APPROVAL or TIMER
     * @param text of a MESSAGE
     * @param yes whether the customer proved it, or it was agreed to
     */
    @Serdeable
    record Happening(String kind, @Nullable String text, @Nullable Boolean yes) {}

    @Post("/{test}/events")
    @Allowed(Permission.PROCEDURE_WRITE)
    TestState happens(UUID test, @Body Happening happening) {
        return Tested.view(trials.moved(test, trial -> switch (happening.kind()) {
            case "MESSAGE" -> says(trial, text(happening.text()));
            case "TIMER" -> trial.timePasses();
            case "IDENTITY", "CONFIRMATION", "APPROVAL" ->
                trial.decides(happening.kind(), Boolean.TRUE.equals(happening.yes()), clock.instant());
            default -> throw new ProblemException(
                    ErrorCode.MALFORMED_REQUEST, "Nothing of this kind happens: " + happening.kind());
        }));
    }

    @Get("/{test}")
    @Allowed(Permission.PROCEDURE_WRITE)
    TestState look(UUID test) {
        return Tested.view(trials.find(test));
    }

    /** @param fault from now on, until another is set */
    @Serdeable
    record Faulty(String fault) {}

    @Put("/{test}/faults")
    @Allowed(Permission.PROCEDURE_WRITE)
    TestState fails(UUID test, @Body Faulty faulty) {
        TrialFault fault = Arrays.stream(TrialFault.values())
                .filter(one -> one.name().equals(faulty.fault()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ErrorCode.MALFORMED_REQUEST, "No such fault: " + faulty.fault()));
        return Tested.view(trials.moved(test, trial -> {
            trial.fails(fault);
            return true;
        }));
    }

    private boolean says(Trial trial, String text) {
        if (text.isBlank()) {
            throw new ProblemException(ErrorCode.EMPTY_MESSAGE);
        }
        trial.says(text, hearing.of(text, trial.said()), clock.instant());
        return true;
    }

    private static String text(@Nullable String given) {
        String text = given == null ? "" : given.strip();
        if (text.length() > LONGEST) {
            throw new ProblemException(ErrorCode.MESSAGE_TOO_LONG);
        }
        return text;
    }
}
