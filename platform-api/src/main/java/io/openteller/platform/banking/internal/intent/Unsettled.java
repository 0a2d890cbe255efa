package io.openteller.platform.banking.internal.intent;

import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.OperationSpec.Risk;
import io.openteller.platform.banking.Ruling.Card;
import io.openteller.platform.banking.internal.approval.Cards;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call whose end is not known, or that could not be undone.
 *
 * @param customer only the last digits of their number
 * @param reason what is known of it
 * @param since when it is so
 * @param nextAt when the bank is asked again; null when it is not any more
 * @param undoWanted whether it was to be undone
 * @param card as the customer saw it; null if they saw none
 * @param found what one person found; null if nobody said
 */
record Unsettled(
        String callId,
        String operation,
        String customer,
        UUID conversation,
        Intent.State state,
        String reason,
        Instant since,
        @Nullable Instant calledAt,
        @Nullable String plugin,
        int attempts,
        @Nullable Instant nextAt,
        boolean forPerson,
        boolean undoWanted,
        @Nullable Card card,
        @Nullable Finding found,
        @Nullable Settled settled) {

    static final String COLUMNS = "SELECT call_id, operation, '•••• ' || right(customer_ref, 4) AS customer, conversation_id,"
            + " state, coalesce(attention, reason, '') AS reason, coalesce(attention_at, called_at, proposed_at) AS since,"
            + " called_at, plugin || coalesce('/' || connector || ', version ' || connector_version, '') AS plugin, attempts, look_at, attention IS NOT NULL AS for_person, undo_wanted, card::text AS card,"
            + " found_not_done, found_reason, found_by, found_name, found_at, settled_by, settled_at, settled_reason"
            + " FROM bank_intent WHERE tenant_id = :tenant AND ";

    record Finding(boolean notDone, String reason, UUID by, String name, Instant at) {}

    record Settled(String by, Instant at, String reason) {}

    OperationSpec spec() {
        return Catalogue.standard().find(operation).orElseThrow();
    }

    /** Where money moves, one person's word is not enough. */
    boolean needsTwo() {
        return spec().risk() == Risk.MONEY;
    }

    static Unsettled of(ResultSet row) throws SQLException {
        String card = row.getString("card");
        return new Unsettled(
                row.getString("call_id"),
                row.getString("operation"),
                row.getString("customer"),
                row.getObject("conversation_id", UUID.class),
                Intent.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getTimestamp("since").toInstant(),
                at(row, "called_at"),
                row.getString("plugin"),
                row.getInt("attempts"),
                at(row, "look_at"),
                row.getBoolean("for_person"),
                row.getBoolean("undo_wanted"),
                card == null ? null : Cards.read(card, Instant.EPOCH),
                finding(row),
                settled(row));
    }

    private static @Nullable Finding finding(ResultSet row) throws SQLException {
        Instant at = at(row, "found_at");
        return at == null
                ? null
                : new Finding(
                        row.getBoolean("found_not_done"),
                        row.getString("found_reason"),
                        row.getObject("found_by", UUID.class),
                        row.getString("found_name"),
                        at);
    }

    private static @Nullable Settled settled(ResultSet row) throws SQLException {
        Instant at = at(row, "settled_at");
        return at == null
                ? null
                : new Settled(row.getString("settled_by"), at, Objects.requireNonNullElse(row.getString("settled_reason"), ""));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
