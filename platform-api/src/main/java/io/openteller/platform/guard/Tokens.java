package io.openteller.platform.guard;

import io.openteller.platform.llm.Hidden;

/** Personal values of one conversation and the tokens that stand for them, such as {@code [CARD_1]}. Used by one thread. */
public interface Tokens {

    /** The text without personal values: for a model, for a plugin that may not see them, for a log. */
    String hide(String text);

    /** The same, as the door to models takes it; a model gets text in no other way. */
    default Hidden forModel(String text) {
        return Hidden.of(hide(text));
    }

    /**
     * The text without the values that were said before; others, such as the bank's own telephone number, stay. Tokens made
     * from the same messages reveal it.
     */
    String hideSaid(String text);

    /** The text with the values again: only for the customer whose conversation it is. Unknown tokens stay. */
    String reveal(String text);
}
