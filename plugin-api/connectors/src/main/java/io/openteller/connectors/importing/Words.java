package io.openteller.connectors.importing;

import java.util.ArrayList;
import java.util.List;

/** Splits a line as a shell would, without doing anything else that a shell does. */
final class Words {

    private static final int LONGEST = 100_000;

    private Words() {}

    static List<String> of(String line) throws NotImported {
        if (line.length() > LONGEST) {
            throw new NotImported("The line is too long.");
        }
        String text = line.strip().replaceAll("\\\\\\r?\\n", " ").replaceFirst("^\\$ +", "");
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean open = false;
        char quote = 0;
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (quote == '\'') {
                quote = each == '\'' ? 0 : quote;
                append(word, each, quote != 0);
            } else if (each == '\\' && at + 1 < text.length()) {
                word.append(text.charAt(++at));
                open = true;
            } else if (quote == '"') {
                quote = each == '"' ? 0 : quote;
                append(word, each, quote != 0);
            } else if (each == '"' || each == '\'') {
                quote = each;
                open = true;
            } else if (Character.isWhitespace(each)) {
                if (open) {
                    words.add(word.toString());
                    word.setLength(0);
                    open = false;
                }
            } else {
                word.append(each);
                open = true;
            }
        }
        if (quote != 0) {
            throw new NotImported("A quotation mark in the line is not closed.");
        }
        if (open) {
            words.add(word.toString());
        }
        return words;
    }

    private static void append(StringBuilder word, char each, boolean inside) {
        if (inside) {
            word.append(each);
        }
    }
}
