package io.openteller.procedures.expressions;

import java.time.ZoneId;
import java.util.List;

/**
 * What of a bank decides how values are read and written.
 *
 * @param languages BCP 47 tags of the languages it speaks; the first is used where a customer's language is not among them
 * @param currency ISO code of what a customer means who names an amount alone
 */
public record Bank(ZoneId zone, List<String> languages, String currency) {
    public Bank {
        languages = List.copyOf(languages);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("a bank speaks at least one language");
        }
    }
}
