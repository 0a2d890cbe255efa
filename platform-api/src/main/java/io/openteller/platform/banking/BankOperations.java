package io.openteller.platform.banking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationSpec.Assurance;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the catalogue, for the current bank. Whoever asks (a procedure, a model, a member of staff) is held to the
 * same: what is not expressly allowed is denied, and every decision is recorded.
 */
public interface BankOperations {

    /**
     * Goes as far with one call as it may. What is still missing is the outcome: identity, the customer's word, a colleague's
     * agreement. When it is there, the same call is made again and goes on; once it was done, every further call gives the
     * same result.
     *
     * @param callId names this one call, through to the bank; the same id with other arguments is denied
     * @param operation such as {@code cards.block/v1}
     * @param arguments by the operation's input schema; a reference is one that an earlier result gave in this conversation
     */
    Ruling perform(Session session, String callId, String operation, ObjectNode arguments);

    /**
     * Asks a colleague to agree to this call, whatever it is about and however little; it is not made by that. From then on
     * it is made only if they agree.
     *
     * @param words what they are told besides the final arguments
     */
    Consent consult(Session session, String callId, String operation, ObjectNode arguments, String words);

    /**
     * What the customer said to the card.
     *
     * @return false if the card is not open any more: it was answered, or its time is over
     */
    boolean confirm(Session session, String callId, boolean accepted);

    /**
     * Undoes what these calls did, the latest first, where the catalogue knows how. What cannot be undone is put before a
     * person. The same again undoes nothing twice, and tells what has become known since.
     */
    Undone compensate(Session session, List<String> callIds);

    /** Every operation, and who supplies it. */
    List<Supply> supplies();

    /**
     * In whose name.
     *
     * @param customerRef the bank's id of the signed-in customer; null for a visitor, who may do nothing here
     * @param intent of the conversation, for the record
     */
    record Session(UUID conversation, @Nullable String customerRef, Assurance assurance, String language, String intent) {}

    /** How far a colleague's agreement is. */
    sealed interface Consent {

        /** They agreed. */
        record Given() implements Consent {}

        /** It waits in the agent center until then. */
        record Waits(Instant expires) implements Consent {}

        /** They did not agree, or nobody may be asked for this. */
        record Stopped(Ruling ruling) implements Consent {}
    }

    /**
     * What came of undoing.
     *
     * @param left calls that are not undone
     * @param inDoubt calls of which that is being found out; in the end a person looks
     */
    record Undone(List<String> left, List<String> inDoubt) {
        public Undone {
            left = List.copyOf(left);
            inDoubt = List.copyOf(inDoubt);
        }
    }

    /** @param plugin id of the plugin that supplies it to this bank; null if none does */
    record Supply(String operation, @Nullable String plugin) {}
}
