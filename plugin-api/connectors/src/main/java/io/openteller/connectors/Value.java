package io.openteller.connectors;

import com.fasterxml.jackson.databind.JsonNode;

/** What an expression came to. */
public sealed interface Value {

    /** A value; JSON null is one. */
    record Found(JsonNode json) implements Value {}

    /** It leads to nothing that is there. */
    record Nothing() implements Value {}

    /**
     * It could not be worked out.
     *
     * @param code of JSONata, or a word; quotes nothing
     * @param message for the author of the expression, may quote what it was worked out over
     */
    record Failed(String code, String message) implements Value {}
}
