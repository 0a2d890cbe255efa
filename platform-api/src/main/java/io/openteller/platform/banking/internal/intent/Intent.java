package io.openteller.platform.banking.internal.intent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.Ruling;
import io.openteller.platform.banking.internal.supply.BankSide.Asking;
import io.openteller.platform.banking.internal.supply.Supplier;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change at the bank, as it is kept.
 *
 * @param intent of the conversation
 * @param bankArguments with the bank's own ids
 * @param card what the customer was shown; null before they were
 * @param output by the operation's schema, with references; null until it is done
 * @param attempts how often it was asked what became of it
 * @param undoes id of the call that this one takes back; null for any other
 * @param undoneBy id of the call that took this one back
 * @param settled whether a person has said what they found
 */
public record Intent(
        String callId,
        UUID conversation,
        String customer,
        String operation,
        String intent,
        String language,
        ObjectNode arguments,
        ObjectNode bankArguments,
        State state,
        Ruling.@Nullable Card card,
        @Nullable Instant confirmedAt,
        @Nullable Supplier supplier,
        @Nullable ObjectNode output,
        @Nullable Instant asOf,
        @Nullable Instant endedAt,
        long millis,
        String reason,
        int attempts,
        @Nullable String undoes,
        @Nullable String undoneBy,
        boolean settled) {

    /** How far it got. */
    public enum State {
        PROPOSED,
        /** By the customer or by a colleague. */
        DECLINED,
        /** The bank is being called, or was when the process died. */
        CALLING,
        IN_DOUBT,
        DONE,
        REFUSED,
        NOT_DONE,
        NEEDS_PERSON
    }

    boolean isOf(Session session, String called, ObjectNode with) {
        return conversation.equals(session.conversation())
                && customer.equals(session.customerRef())
                && operation.equals(called)
                && arguments.equals(with);
    }

    /** For issuing references to whom it was done for. */
    Session session() {
        return new Session(conversation, customer, Assurance.IDENTIFIED, language, intent);
    }

    String plugin() {
        return supplier == null ? "" : supplier.plugin();
    }

    /** Whose ids its answer has. */
    String issuer() {
        return asking().supplier().id();
    }

    Asking asking() {
        if (supplier == null) {
            throw new IllegalStateException("nobody was asked yet: " + callId);
        }
        return new Asking(supplier, operation, callId, customer, bankArguments);
    }
}
