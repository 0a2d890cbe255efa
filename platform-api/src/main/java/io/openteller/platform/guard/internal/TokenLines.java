package io.openteller.platform.guard.internal;

import java.util.ArrayList;
import java.util.List;

/** A text of several lines, as forms, signatures and envelopes are: what each line is like, and the lines around it. */
final class TokenLines {

    private static final int LONG = 7;
    private static final int LAST = 4;

    private final int[] lineOf;
    private final List<String> looks = new ArrayList<>();

    TokenLines(List<Token> tokens) {
        lineOf = new int[tokens.size()];
        List<Token> line = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).lineBreak() && !line.isEmpty()) {
                looks.add(look(line));
                line.clear();
            }
            lineOf[i] = looks.size();
            if (!tokens.get(i).lineBreak()) {
                line.add(tokens.get(i));
            }
        }
        looks.add(look(line));
    }

    /** The place of the line and what it is like; empty in a text of one line. */
    String at(int i) {
        return looks.size() < 2 ? "" : Math.min(LAST, lineOf[i]) + looks.get(lineOf[i]);
    }

    String near(int i) {
        int line = lineOf[i];
        String before = line == 0 ? "<" : looks.get(line - 1);
        String after = line + 1 < looks.size() ? looks.get(line + 1) : ">";
        return before + "|" + looks.get(line) + "|" + after;
    }

    private static String look(List<Token> line) {
        if (line.isEmpty()) {
            return "-";
        }
        long words = line.stream().filter(Token::word).count();
        long capitals = line.stream().filter(token -> token.word() && token.capitalised()).count();
        String length = line.size() > LONG ? "L" : String.valueOf(Math.min(LAST, words));
        String numbers = line.getFirst().number() ? "0" : line.stream().anyMatch(Token::number) ? "n" : "";
        Token end = line.getLast();
        return length + numbers + (capitals == words ? "C" : capitals == 0 ? "c" : "m")
                + (end.word() || end.number() ? "" : end.text());
    }
}
