package {{package}};

import com.fasterxml.jackson.core.JsonProcessingException;
import io.openteller.spi.CallContext;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.workflow.StepCall;
import io.openteller.spi.workflow.StepProvider;
import io.openteller.spi.workflow.StepResult;
import {{package}}.{{Name}}Api.Reply;
import java.util.List;
import org.pf4j.Extension;

/** One step: an appointment at a branch, {@code POST /appointments}. */
@Extension
public final class {{Name}}Steps implements StepProvider {

    private static final Step BOOK = new Step(
            "book-appointment",
            "Book an appointment",
            "Books the customer a talk at their branch, and gives the number to quote there.",
            """
            {"type": "object", "additionalProperties": false, "required": ["day"],
             "properties": {"day": {"type": "string", "format": "date", "title": "Day"}}}""",
            """
            {"type": "object", "additionalProperties": false, "required": ["number"],
             "properties": {"number": {"type": "string", "title": "Number to quote"}}}""",
            RiskClass.CHANGE);

    @Override
    public List<Step> steps(CallContext context) {
        return List.of(BOOK);
    }

    @Override
    public StepResult run(CallContext context, StepCall call) {
        if (!call.step().equals(BOOK.name())) {
            return StepResult.refused("there is no such step");
        }
        try {
            Wish wish = {{Name}}Api.JSON.readValue(call.input(), Wish.class);
            if (wish == null) {
                return StepResult.refused("the day is missing");
            }
            return booked({{Name}}Api.post(
                    context, Appointment.class, new Booking(call.customerRef(), wish.day()), "appointments"));
        } catch (JsonProcessingException unreadable) {
            return StepResult.refused("the day is missing");
        }
    }

    private static StepResult booked(Reply<Appointment> reply) throws JsonProcessingException {
        return switch (reply) {
            case Reply.Ok(var appointment) -> StepResult.done({{Name}}Api.JSON.writeValueAsString(appointment));
            case Reply.Missing() -> StepResult.unavailable("at this address there is no /appointments");
            case Reply.Refused(var reason) -> StepResult.refused(reason);
            // The difference matters: what may have happened is asked for again under the same call id.
            case Reply.Failed(var detail, var mayHaveHappened) ->
                mayHaveHappened ? StepResult.unknown(detail) : StepResult.unavailable(detail);
        };
    }

    private record Wish(String day) {}

    private record Booking(String customer, String day) {}

    private record Appointment(String number) {}
}
