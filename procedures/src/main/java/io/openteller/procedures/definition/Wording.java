package io.openteller.procedures.definition;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One text in several languages. {@code ${expression}} in it is replaced by the expression's value, written as the customer's
 * language writes amounts and dates.
 *
 * @param byLanguage BCP 47 tags, such as {@code en}, {@code hi}, {@code hi-Latn}
 */
public record Wording(Map<String, String> byLanguage) {

    public Wording {
        byLanguage = new LinkedHashMap<>(byLanguage);
    }
}
