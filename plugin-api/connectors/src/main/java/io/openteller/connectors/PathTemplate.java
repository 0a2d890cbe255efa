package io.openteller.connectors;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path with expressions in braces.
 *
 * @param parts in their order
 */
public record PathTemplate(List<Part> parts) {

    private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9/._~!$&'()*+,;=:@-]*");

    public PathTemplate {
        parts = List.copyOf(parts);
    }

    /** One part. */
    public sealed interface Part {
        /** As it stands. */
        record Written(String text) implements Part {}

        /** To be worked out. */
        record Filled(String expression) implements Part {}
    }

    /** @throws IllegalArgumentException with a sentence, if it cannot be a path */
    public static PathTemplate of(String path) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (from < path.length()) {
            int open = path.indexOf('{', from);
            String written = path.substring(from, open < 0 ? path.length() : open);
            if (!WRITTEN.matcher(written).matches() || written.contains("//") || (written + "/").contains("/../")) {
                throw new IllegalArgumentException("the path has a character or a step that no path may have");
            }
            parts.add(new Part.Written(written));
            if (open < 0) {
                break;
            }
            int close = closing(path, open);
            parts.add(new Part.Filled(path.substring(open + 1, close)));
            from = close + 1;
        }
        return new PathTemplate(parts);
    }

    /** Braces and quotes in the expression itself come in pairs. */
    private static int closing(String path, int open) {
        int depth = 0;
        char quote = 0;
        for (int at = open; at < path.length(); at++) {
            char each = path.charAt(at);
            if (quote != 0) {
                quote = each == quote ? 0 : quote;
            } else if (each == '"' || each == '\'') {
                quote = each;
            } else if (each == '{') {
                depth++;
            } else if (each == '}' && --depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("a brace in the path is not closed");
    }

    List<String> expressions() {
        return parts.stream()
                .flatMap(part -> part instanceof Part.Filled(String expression)
                        ? java.util.stream.Stream.of(expression)
                        : java.util.stream.Stream.empty())
                .toList();
    }
}
