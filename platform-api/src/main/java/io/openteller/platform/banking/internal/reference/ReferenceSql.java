package io.openteller.platform.banking.internal.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.internal.reference.Found.Key;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;

/** Every statement names the conversation and the customer: what was issued elsewhere is not there. */
@Singleton
class ReferenceSql {

    private static final String COLUMNS = "SELECT id, kind, bank_id, issuer, labels::text AS labels, facts::text AS facts"
            + " FROM bank_reference WHERE tenant_id = :tenant AND conversation_id = :conversation AND customer_ref = :customer";
    private static final JsonMapper JSON = new JsonMapper();
    private static final SecureRandom RANDOM = new SecureRandom();

    /** By reference. */
    Map<String, Reference> find(Handle sql, Session session, Collection<String> ids) {
        Map<String, Reference> found = new HashMap<>();
        sql.createQuery(COLUMNS + " AND id = ANY(:ids)")
                .bind("tenant", CurrentTenant.get().id())
                .bind("conversation", session.conversation())
                .bind("customer", session.customerRef())
                .bindArray("ids", String.class, ids.toArray())
                .map((row, context) -> reference(row))
                .forEach(one -> found.put(one.id(), one));
        return found;
    }

    Map<Key, Reference> known(Handle sql, Session session, String issuer, Collection<Key> keys) {
        Map<Key, Reference> found = new HashMap<>();
        sql.createQuery(COLUMNS + " AND issuer = :issuer AND kind = ANY(:kinds) AND bank_id = ANY(:bankIds)")
                .bind("tenant", CurrentTenant.get().id())
                .bind("conversation", session.conversation())
                .bind("customer", session.customerRef())
                .bind("issuer", issuer)
                .bindArray("kinds", String.class, keys.stream().map(Key::kind).distinct().toArray())
                .bindArray("bankIds", String.class, keys.stream().map(Key::bankId).toArray())
                .map((row, context) -> reference(row))
                .forEach(one -> found.put(new Key(one.kind(), one.bankId()), one));
        return found;
    }

    /**
     * Adds what is new and puts better names to what is not. In the order of their keys, so that two results at once do not
     * wait for each other in a circle.
     */
    Map<Key, String> put(Handle sql, Session session, String issuer, SortedMap<Key, Found> found) {
        List<Found> rows = List.copyOf(found.values());
        Map<Key, String> ids = new HashMap<>();
        sql.createQuery("""
                        INSERT INTO bank_reference AS old
                            (tenant_id, id, conversation_id, customer_ref, kind, bank_id, issuer, labels, facts)
                        SELECT :tenant, id, :conversation, :customer, kind, bank_id, :issuer, labels::jsonb, facts::jsonb
                        FROM unnest(:ids::text[], :kinds::text[], :bankIds::text[], :labels::text[], :facts::text[])
                            AS new (id, kind, bank_id, labels, facts)
                        ON CONFLICT (tenant_id, conversation_id, customer_ref, kind, bank_id, issuer) DO UPDATE
                            SET labels = CASE WHEN excluded.labels = '{}' THEN old.labels ELSE excluded.labels END,
                                facts = old.facts || excluded.facts
                        RETURNING kind, bank_id, id
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("conversation", session.conversation())
                .bind("customer", session.customerRef())
                .bind("issuer", issuer)
                .bindArray("ids", String.class, rows.stream().map(one -> fresh()).toArray())
                .bindArray("kinds", String.class, rows.stream().map(Found::kind).toArray())
                .bindArray("bankIds", String.class, rows.stream().map(Found::bankId).toArray())
                .bindArray("labels", String.class, rows.stream().map(one -> written(one.labels())).toArray())
                .bindArray("facts", String.class, rows.stream().map(one -> one.facts().toString()).toArray())
                .map((row, context) -> Map.entry(new Key(row.getString("kind"), row.getString("bank_id")), row.getString("id")))
                .forEach(one -> ids.put(one.getKey(), one.getValue()));
        return ids;
    }

    /** Says nothing of what it stands for, and cannot be guessed. */
    private static String fresh() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return "r-" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static Reference reference(ResultSet row) throws SQLException {
        try {
            return new Reference(
                    row.getString("id"),
                    row.getString("kind"),
                    row.getString("bank_id"),
                    row.getString("issuer"),
                    JSON.readValue(row.getString("labels"), new TypeReference<Map<String, String>>() {}),
                    JSON.readTree(row.getString("facts")));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String written(Map<String, String> labels) {
        try {
            return JSON.writeValueAsString(labels);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
