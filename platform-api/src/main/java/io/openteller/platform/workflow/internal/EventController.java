package io.openteller.platform.workflow.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.workflow.BankEvents;
import io.openteller.platform.workflow.BankEvents.Happening;
import io.openteller.platform.workflow.BankEvents.Outcome;
import io.openteller.platform.workflow.BankEvents.Taken;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What programs of the bank tell the platform. */
@Controller("/api/v1/events")
@ExecuteOn(TaskExecutors.BLOCKING)
class EventController {

    private static final Pattern KEY = Pattern.compile("[\\w.:~/-]{1,160}");
    private static final Pattern EVENT = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*){0,3}");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_CUSTOMER = 120;
    private static final int MOST_DATA = 16_384;

    private static final JsonMapper JSON = new JsonMapper();

    private final BankEvents events;

    EventController(BankEvents events) {
        this.events = events;
    }

    /**
     * Something that happened.
     *
     * @param key names this one happening; sent again, it changes nothing and is answered as the first time
     * @param customer the bank's own id of the customer whom it concerns
     * @param event such as fraud.warning; procedures name it
     * @param data values for the inputs of a procedure that begins with it, by name
     */
    @Serdeable
    record EventReport(
            @Nullable String key,
            @Nullable String customer,
            @Nullable String event,
            @Nullable Map<String, Object> data) {}

    /**
     * What came of it.
     *
     * @param conversation where the procedure is; null if there is none
     */
    @Serdeable
    record EventTaken(Outcome outcome, @Nullable UUID conversation) {}

    /** Wakes the customer's procedures that wait for it; if none does, begins the one that names it. */
    @Post
    @Status(HttpStatus.ACCEPTED)
    @Allowed(Permission.EVENT_SEND)
    EventTaken take(@Body EventReport report) {
        return switch (events.take(happening(report))) {
            case Taken.Done(Outcome outcome, var conversation) -> new EventTaken(outcome, conversation);
            case Taken.Other() ->
                throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "this key was used for another event before");
        };
    }

    private static Happening happening(EventReport report) {
        String key = fit(report.key(), KEY, 160, "key is 1 to 160 letters, digits and . _ : ~ / -");
        String event = fit(report.event(), EVENT, LONGEST_NAME, "event is a name such as fraud.warning");
        String customer = report.customer();
        if (customer == null || customer.isBlank() || customer.length() > LONGEST_CUSTOMER) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "customer is the bank's id of a customer");
        }
        return new Happening(key, customer, event, data(report.data() == null ? Map.of() : report.data()));
    }

    private static String fit(@Nullable String text, Pattern form, int longest, String otherwise) {
        if (text == null || text.length() > longest || !form.matcher(text).matches()) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, otherwise);
        }
        return text;
    }

    private static ObjectNode data(Map<String, Object> given) {
        try {
            String written = JSON.writeValueAsString(given);
            if (written.length() > MOST_DATA) {
                throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "data has at most 16,384 characters");
            }
            return JSON.readValue(written, ObjectNode.class);
        } catch (JsonProcessingException odd) {
            throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "data is an object of JSON");
        }
    }
}
