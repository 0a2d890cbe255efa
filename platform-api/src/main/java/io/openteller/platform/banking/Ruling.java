package io.openteller.platform.banking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationSpec.Assurance;
import java.time.Instant;
import java.util.List;

/** How far a call may go, or what came of it. */
public sealed interface Ruling {

    /**
     * The bank did it, or told it.
     *
     * @param output by the operation's output schema, with references instead of the bank's ids
     */
    record Done(ObjectNode output, Instant asOf, String plugin, long millis) implements Ruling {}

    /** The customer must prove who they are first. */
    record StepUp(Assurance needed) implements Ruling {}

    /** The customer must say yes to this. */
    record Confirm(Card card) implements Ruling {}

    /** A colleague must agree; it waits in the agent center until then. */
    record Approval(Instant expires) implements Ruling {}

    /** The platform's own policy says no. @param rule its name; {@code why} for the record and for staff */
    record Denied(String rule, String why) implements Ruling {}

    /** The bank says no. The reason may be shown to the customer. */
    record Refused(String reason, String plugin, long millis) implements Ruling {}

    /** The bank's system did not answer, and nothing was changed. */
    record Unavailable(String cause, String plugin, long millis) implements Ruling {}

    /**
     * It cannot be said whether it was done. The bank is asked again; in the end a person looks.
     *
     * @param found whether a person has said that it was done: what came of it nobody will hear any more
     */
    record InDoubt(String plugin, boolean found) implements Ruling {}

    /** What the customer says yes to, made from the final arguments. */
    record Card(String title, List<Row> rows, Instant expires) {}

    /** One line of it, in the customer's language. */
    record Row(String label, String value) {}
}
