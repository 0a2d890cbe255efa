package io.openteller.platform.answer.internal.generative;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the sentences of an answer while it is being made: every object inside the outermost one, when its end has come. */
final class PartStream {

    private static final int SENTENCE = 2;

    private static final Pattern ANSWERED = Pattern.compile("\"answered\"\\s*:\\s*true");
    /** Of an answer's own fields; a model that writes more before its sentences is not read for them. */
    private static final int LONGEST_HEAD = 500;

    private final StringBuilder head = new StringBuilder();
    private final StringBuilder current = new StringBuilder();
    private int depth;
    private boolean quoted;
    private boolean escaped;

    /** @return JSON of the sentences that this piece completes */
    List<String> take(String piece) {
        List<String> complete = new ArrayList<>();
        for (int i = 0; i < piece.length(); i++) {
            char letter = piece.charAt(i);
            if (!quoted && letter == '{') {
                depth++;
            }
            if (depth >= SENTENCE) {
                current.append(letter);
            } else if (head.length() < LONGEST_HEAD) {
                head.append(letter);
            }
            if (!quoted && letter == '}') {
                if (depth == SENTENCE) {
                    complete.add(current.toString());
                    current.setLength(0);
                }
                depth--;
            }
            if (letter == '"' && !escaped) {
                quoted = !quoted;
            }
            escaped = quoted && letter == '\\' && !escaped;
        }
        return complete;
    }

    /** Whether it has said already that there is an answer. */
    boolean saysYes() {
        return ANSWERED.matcher(head).find();
    }
}
