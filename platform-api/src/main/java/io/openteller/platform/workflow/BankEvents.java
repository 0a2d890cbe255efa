package io.openteller.platform.workflow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens at the bank, for the current tenant: it wakes the procedures that wait for it, or begins one. */
public interface BankEvents {

    /** The same key again changes nothing, and tells what came of it the first time. */
    Taken take(Happening happening);

    /**
     * @param key names this one happening
     * @param customerRef the bank's own id of the customer whom it concerns
     * @param event such as {@code fraud.warning}
     * @param data for the inputs of the procedure that it begins
     */
    record Happening(String key, String customerRef, String event, ObjectNode data) {}

    /** What came of it. */
    sealed interface Taken {

        /** @param conversation where; null if nothing waited for it and no procedure begins with it */
        record Done(Outcome outcome, @Nullable UUID conversation) implements Taken {}

        /** The key was used for something else before. */
        record Other() implements Taken {}
    }

    /** What it did. */
    enum Outcome {
        /** A procedure that waited for it goes on. */
        WOKEN,
        /** A procedure begins. */
        BEGUN,
        NOTHING
    }
}
