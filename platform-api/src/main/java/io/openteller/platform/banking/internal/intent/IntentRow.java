package io.openteller.platform.banking.internal.intent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.platform.banking.internal.approval.Cards;
import io.openteller.platform.banking.internal.supply.Supplier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table. */
final class IntentRow {

    static final String COLUMNS = "SELECT call_id, conversation_id, customer_ref, operation, intent, language,"
            + " arguments::text AS arguments, bank_arguments::text AS bank_arguments, state, card::text AS card,"
            + " card_expires_at, confirmed_at, plugin, typed, connector, connector_version, output::text AS output, as_of, ended_at, millis, reason, attempts,"
            + " undoes, undone_by, settled_at IS NOT NULL AS settled FROM bank_intent";

    private static final JsonMapper JSON = new JsonMapper();

    private IntentRow() {}

    static Intent of(ResultSet row) throws SQLException {
        String card = row.getString("card");
        String plugin = row.getString("plugin");
        String output = row.getString("output");
        return new Intent(
                row.getString("call_id"),
                row.getObject("conversation_id", UUID.class),
                row.getString("customer_ref"),
                row.getString("operation"),
                row.getString("intent"),
                row.getString("language"),
                object(row.getString("arguments")),
                object(row.getString("bank_arguments")),
                Intent.State.valueOf(row.getString("state")),
                card == null ? null : Cards.read(card, row.getTimestamp("card_expires_at").toInstant()),
                at(row, "confirmed_at"),
                plugin == null ? null : new Supplier(plugin, row.getBoolean("typed"), edition(row)),
                output == null ? null : object(output),
                at(row, "as_of"),
                at(row, "ended_at"),
                row.getLong("millis"),
                Objects.requireNonNullElse(row.getString("reason"), ""),
                row.getInt("attempts"),
                row.getString("undoes"),
                row.getString("undone_by"),
                row.getBoolean("settled"));
    }

    private static Supplier.@Nullable Edition edition(ResultSet row) throws SQLException {
        String connector = row.getString("connector");
        return connector == null ? null : new Supplier.Edition(connector, row.getInt("connector_version"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static ObjectNode object(String json) {
        try {
            return JSON.readValue(json, ObjectNode.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
