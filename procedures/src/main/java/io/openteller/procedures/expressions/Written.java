package io.openteller.procedures.expressions;

import java.util.List;

/** What a text with values in it came to. */
public sealed interface Written {

    /** @param evidence the values that were put in, as they stand in the text and in its order */
    record Text(String text, List<String> evidence) implements Written {
        public Text {
            evidence = List.copyOf(evidence);
        }
    }

    /** @param message for the people who wrote the text, not for customers */
    record Fault(String message) implements Written {}
}
