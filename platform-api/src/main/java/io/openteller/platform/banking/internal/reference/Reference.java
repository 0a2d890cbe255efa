package io.openteller.platform.banking.internal.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the bank's objects, as one customer may name it in one conversation.
 *
 * @param issuer the supplier that gave the id; nobody else is ever sent it
 * @param labels what it is called, by language; empty while nothing has said so
 * @param facts amounts that stood beside it, by name
 */
public record Reference(String id, String kind, String bankId, String issuer, Map<String, String> labels, JsonNode facts) {

    /** Null if it has no name that could be shown. */
    public @Nullable String label(String language) {
        String own = labels.get(language.split("-", 2)[0]);
        return own == null ? labels.get("en") : own;
    }
}
