package io.openteller.platform.llm;

import java.util.List;

/**
 * Text that has tokens in place of personal values, and no marks that a prompt could mistake for its own. Only the guard makes
 * it ({@code RoomsTest} holds that), so that nothing else can reach a model.
 */
public final class Hidden {

    private final String text;

    private Hidden(String text) {
        this.text = text;
    }

    /** For the guard alone. */
    public static Hidden of(String withoutPersonalValues) {
        return new Hidden(withoutPersonalValues.replace('<', '‹').replace('>', '›'));
    }

    /** Each in a mark with its number, from 1. */
    public static Hidden numbered(List<Hidden> texts) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            all.append("<text number=\"")
                    .append(i + 1)
                    .append("\">\n")
                    .append(texts.get(i).text)
                    .append("\n</text>\n");
        }
        return new Hidden(all.toString().stripTrailing());
    }

    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hidden hidden && hidden.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "Hidden[" + text.length() + " characters]";
    }
}
