package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationName;

/** What is outside of a run, for {@link Transcript}: a bank that is made up, a sandbox, or a recording. */
public interface World {

    Event.Result perform(OperationName operation, ObjectNode input);

    /** Whether the customer proves who they are. */
    boolean verify(Effect.Verify asked);

    /** Whether a colleague agrees. */
    boolean approve(Effect.Approve asked);

    /** What the platform reads in a message. */
    Event.Understood understand(String message);

    /** What the assistant answers to a question that is not part of the procedure. */
    String answer(String question);
}
