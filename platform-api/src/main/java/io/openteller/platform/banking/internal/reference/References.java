package io.openteller.platform.banking.internal.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.internal.reference.Found.Key;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Puts references in the place of the bank's ids on the way out, and the ids in the place of references on the way in. */
@Singleton
public class References {

    private final ReferenceSql rows;

    References(ReferenceSql rows) {
        this.rows = rows;
    }

    /** What arguments stand for. */
    public sealed interface Resolved {

        /** @param byArgument what each of them refers to */
        record Known(ObjectNode bankArguments, Map<String, Reference> byArgument) implements Resolved {}

        /** This one does not refer to anything of this customer's in this conversation. */
        record Foreign(String argument) implements Resolved {}

        /** This one does, and it was given by somebody else than who is to be asked. @param issuer empty if it is not known */
        record OfAnother(String argument, String issuer) implements Resolved {}
    }

    /**
     * For one supplier, which is sent no id but its own.
     *
     * @param input the schema that the arguments fit
     */
    public Resolved resolve(Handle sql, Session session, String supplier, JsonNode input, ObjectNode arguments) {
        Map<String, String> kinds = new HashMap<>();
        for (Map.Entry<String, JsonNode> one : input.path("properties").properties()) {
            if (one.getValue().has("x-reference") && arguments.has(one.getKey())) {
                kinds.put(one.getKey(), one.getValue().path("x-reference").asText());
            }
        }
        ObjectNode resolved = arguments.deepCopy();
        if (kinds.isEmpty()) {
            return new Resolved.Known(resolved, Map.of());
        }
        List<String> given =
                kinds.keySet().stream().map(name -> arguments.path(name).asText()).toList();
        Map<String, Reference> found = rows.find(sql, session, given);
        Map<String, Reference> byArgument = new HashMap<>();
        for (Map.Entry<String, String> one : kinds.entrySet()) {
            Reference reference = found.get(arguments.path(one.getKey()).asText());
            if (reference == null || !reference.kind().equals(one.getValue())) {
                return new Resolved.Foreign(one.getKey());
            }
            if (!reference.issuer().equals(supplier)) {
                return new Resolved.OfAnother(one.getKey(), reference.issuer());
            }
            byArgument.put(one.getKey(), reference);
            resolved.put(one.getKey(), reference.bankId());
        }
        return new Resolved.Known(resolved, byArgument);
    }

    /**
     * The result with references instead of ids. The same object keeps its reference throughout a conversation.
     *
     * @param issuer the supplier that gave it
     * @param result fits the schema; not changed
     */
    public ObjectNode issue(Handle sql, Session session, String issuer, JsonNode output, ObjectNode result) {
        ObjectNode issued = result.deepCopy();
        List<Found> all = Walk.through(output, issued);
        if (all.isEmpty()) {
            return issued;
        }
        Map<Key, Reference> known =
                rows.known(sql, session, issuer, new TreeSet<>(all.stream().map(Found::key).toList()));
        SortedMap<Key, Found> changed = new TreeMap<>();
        Map<Key, String> ids = new HashMap<>();
        for (Found one : all) {
            Reference before = known.get(one.key());
            Found says = says(one, before, changed.get(one.key()));
            if (before != null) {
                ids.put(one.key(), before.id());
            }
            if (before == null || adds(says, before)) {
                changed.put(one.key(), says);
            }
        }
        if (!changed.isEmpty()) {
            ids.putAll(rows.put(sql, session, issuer, changed));
        }
        all.forEach(one -> one.holder().put(one.field(), ids.get(one.key())));
        return issued;
    }

    /** What this finding is to say: nothing where something better is known already. */
    private static Found says(Found one, @org.jspecify.annotations.Nullable Reference before,
            @org.jspecify.annotations.Nullable Found sooner) {
        boolean named = before != null && !before.labels().isEmpty() || sooner != null && !sooner.labels().isEmpty();
        Map<String, String> labels = one.better() || !named ? one.labels() : sooner == null ? Map.of() : sooner.labels();
        ObjectNode facts = sooner == null ? one.facts() : sooner.facts().deepCopy().setAll(one.facts());
        return new Found(one.holder(), one.field(), one.kind(), one.bankId(), labels, one.better(), facts);
    }

    private static boolean adds(Found says, Reference before) {
        boolean names = !says.labels().isEmpty() && !says.labels().equals(before.labels());
        return names
                || says.facts().properties().stream()
                        .anyMatch(fact -> !fact.getValue().equals(before.facts().path(fact.getKey())));
    }
}
