package io.openteller.platform.workflow;

import io.openteller.platform.desk.Packet;
import io.openteller.platform.desk.Reason;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where a task stands. */
public sealed interface TaskOutcome {

    /** What the customer is told. */
    String text();

    /** The calls that were made, for the decision record. */
    List<Performed> performed();

    /** It is over. */
    record Finished(String text, List<Performed> performed) implements TaskOutcome {}

    /** The customer must take a step first; {@code card} describes it as the widget draws it. */
    record Waiting(String text, Map<String, Object> card, UUID step, List<Performed> performed) implements TaskOutcome {}

    /** The customer must sign in on the bank's site first. */
    record SignInNeeded(String text) implements TaskOutcome {
        @Override
        public List<Performed> performed() {
            return List.of();
        }
    }

    /** A person goes on. */
    record PersonNeeded(
            String text,
            Reason reason,
            List<Packet.Fact> facts,
            List<Packet.Promise> promises,
            List<Performed> performed)
            implements TaskOutcome {}
}
