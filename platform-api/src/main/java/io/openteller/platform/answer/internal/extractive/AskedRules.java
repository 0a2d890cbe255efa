package io.openteller.platform.answer.internal.extractive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads {@code resources/answer/asked.txt}, which says how it is written. */
final class AskedRules {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern NEVER = Pattern.compile("(?!)");

    /** After what it needs. */
    static final AskedRules ALL = new AskedRules(ResourceText.lines("/answer/asked.txt"));

    private final Map<Asked, Rule> rules = new EnumMap<>(Asked.class);

    record Rule(Pattern asked, Pattern answer, Pattern about, Pattern instead) {

        boolean isCueIn(String question) {
            return asked.matcher(question).find();
        }

        boolean isAnswerIn(String sentence) {
            return answer.matcher(sentence).find();
        }

        /** Always, where nothing could say so. */
        boolean isAboutIn(String text) {
            return about == NEVER || about.matcher(text).find();
        }

        boolean isInsteadIn(String sentence) {
            return instead.matcher(sentence).find();
        }
    }

    private AskedRules(List<String> lines) {
        Map<String, String> defined = new HashMap<>();
        Map<Asked, Map<String, List<String>>> kinds = new EnumMap<>(Asked.class);
        List<String> into = new ArrayList<>();
        Map<String, List<String>> lists = new HashMap<>();
        String definition = "";
        for (String line : lines) {
            if (line.startsWith("define ") || line.startsWith("kind ")) {
                close(defined, definition, into);
                definition = line.startsWith("define ") ? line.substring("define ".length()) : "";
                into = new ArrayList<>();
                if (definition.isEmpty()) {
                    lists = new HashMap<>();
                    kinds.put(Asked.valueOf(line.substring("kind ".length())), lists);
                }
            } else if (List.of("asked", "answer", "about", "instead").contains(line)) {
                into = lists.computeIfAbsent(line, name -> new ArrayList<>());
            } else {
                into.add(line.startsWith("{") ? Objects.requireNonNull(defined.get(line), line) : line);
            }
        }
        kinds.forEach((kind, given) -> rules.put(
                kind, new Rule(any(given, "asked"), any(given, "answer"), any(given, "about"), any(given, "instead"))));
    }

    private static void close(Map<String, String> defined, String name, List<String> lines) {
        if (!name.isEmpty()) {
            defined.put("{" + name + "}", "(?:" + String.join("|", lines) + ")");
        }
    }

    private static Pattern any(Map<String, List<String>> lists, String name) {
        List<String> lines = lists.getOrDefault(name, List.of());
        return lines.isEmpty() ? NEVER : Pattern.compile(String.join("|", lines), FLAGS);
    }

    Rule of(Asked kind) {
        return Objects.requireNonNull(rules.get(kind), kind.name());
    }
}
