package io.openteller.procedures.expressions;

import java.util.ArrayList;
import java.util.List;

/** A piece of a text with expressions in it. */
sealed interface TemplatePart {

    record Text(String words) implements TemplatePart {}

    record Expression(String expression) implements TemplatePart {}

    record Unclosed() implements TemplatePart {}

    static List<TemplatePart> of(String template) {
        List<TemplatePart> parts = new ArrayList<>();
        int from = 0;
        while (true) {
            int open = template.indexOf("${", from);
            if (open < 0) {
                parts.add(new Text(template.substring(from)));
                return parts;
            }
            parts.add(new Text(template.substring(from, open)));
            int close = close(template, open + 2);
            if (close < 0) {
                parts.add(new Unclosed());
                return parts;
            }
            parts.add(new Expression(template.substring(open + 2, close).strip()));
            from = close + 1;
        }
    }

    /** Where the expression ends: braces of maps and quoted ones do not count. -1 if nowhere. */
    private static int close(String template, int from) {
        int depth = 0;
        char quote = 0;
        for (int at = from; at < template.length(); at++) {
            char here = template.charAt(at);
            if (quote != 0) {
                if (here == '\\') {
                    at++;
                } else if (here == quote) {
                    quote = 0;
                }
            } else if (here == '\'' || here == '"') {
                quote = here;
            } else if (here == '{') {
                depth++;
            } else if (here == '}' && depth-- == 0) {
                return at;
            }
        }
        return -1;
    }
}
