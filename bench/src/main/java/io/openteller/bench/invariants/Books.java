package io.openteller.bench.invariants;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.operations.OperationSpec.Limit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One bank's books when everything has come to rest: its own ledger, and what the platform has stored.
 *
 * @param bounds by operation: limits of this bank besides the catalogue's
 * @param lines by operation and currency: above this a colleague must agree here, whatever the catalogue says
 * @param owners who has each conversation
 */
public record Books(
        UUID bank,
        String name,
        Map<String, List<Limit>> bounds,
        Map<String, Map<String, Long>> lines,
        List<Effect> effects,
        List<IntentRow> intents,
        List<ApprovalRow> approvals,
        List<RunRow> runs,
        List<TurnRow> turns,
        List<MessageRow> messages,
        Map<UUID, String> owners,
        List<Denied> denied) {

    /** A line of the bank's ledger. @param result with what the call came to */
    public record Effect(
            String callId, String operation, String customer, JsonNode arguments, JsonNode result, JsonNode booked, Instant at) {}

    /** @param undoes the call that this one takes back; null for none */
    public record IntentRow(
            String callId,
            UUID conversation,
            String customer,
            String operation,
            JsonNode arguments,
            String state,
            boolean confirmed,
            @Nullable String undoes) {}

    public record ApprovalRow(UUID id, String callId, String state) {}

    /** @param hold why what is to be done does not go on by itself; null if nothing is to be done */
    public record RunRow(
            UUID id,
            UUID conversation,
            String procedure,
            String status,
            @Nullable String waiting,
            @Nullable String hold,
            boolean leased,
            boolean due,
            boolean untold) {}

    /** @param request number of the message or step that it answers; @param woken whether nobody's message started it */
    public record TurnRow(
            UUID id, UUID conversation, long request, String status, boolean woken, int replies, int decisions) {}

    /** A call that was not let through, and why. */
    public record Denied(String operation, String rule) {}

    public record MessageRow(UUID conversation, long seq, String author, @Nullable String clientMessageId) {}
}
