package io.openteller.procedures.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts and expressions of other tools, with the names that variables have here. */
class StepTexts {

    static final String[] KEPT_IN = {"variable", "save_as", "saveAs", "into", "output", "result", "slot", "key"};
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$?\\{\\{\\s*([^{}]+?)\\s*}}|\\$?\\{\\s*([A-Za-z_][\\w.\\[\\]]*)\\s*}");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.'\"])[A-Za-z_]\\w*");

    private final Map<String, String> names = new LinkedHashMap<>();

    void learn(StepsImport.Step step) {
        String name = StepsImport.first(step.params(), KEPT_IN);
        if (!name.isEmpty()) {
            names.put(name, StepWords.variable(name));
        }
    }

    /** The variable that a step keeps its answer or result in. */
    String variable(StepsImport.Step step) {
        String name = StepsImport.first(step.params(), KEPT_IN);
        return name.isEmpty() ? StepWords.variable(step.id()) : names.getOrDefault(name, StepWords.variable(name));
    }

    /** <code>{{name}}</code> and <code>{name}</code> become <code>${name}</code>. */
    String text(String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder written = new StringBuilder();
        while (matcher.find()) {
            String inner = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            matcher.appendReplacement(written, Matcher.quoteReplacement("${" + expression(inner) + "}"));
        }
        return matcher.appendTail(written).toString();
    }

    /** What most tools write for conditions is nearly CEL; what is not, the checker finds. */
    String expression(String written) {
        String plain = PLACEHOLDER.matcher(written).replaceAll(
                        match -> Matcher.quoteReplacement(match.group(1) == null ? match.group(2) : match.group(1)))
                .replaceAll("\\band\\b", "&&")
                .replaceAll("\\bor\\b", "||")
                .replaceAll("\\bnot\\s+", "!")
                .replaceAll("\\bTrue\\b", "true")
                .replaceAll("\\bFalse\\b", "false")
                .replaceAll("\\bNone\\b", "null")
                .replaceAll("\\blen\\(", "size(")
                .replace("===", "==")
                .replace("!==", "!=");
        return NAME.matcher(plain).replaceAll(match -> Matcher.quoteReplacement(names.getOrDefault(match.group(), match.group())));
    }

    /** A value of {@code params}: a placeholder alone is the variable itself, other text is that text. */
    String value(JsonNode value) {
        if (!value.isTextual()) {
            return value.isContainerNode() ? "''" : value.asText();
        }
        String text = value.textValue().strip();
        Matcher whole = PLACEHOLDER.matcher(text);
        if (whole.matches()) {
            return expression(text);
        }
        if (text.startsWith("$") && text.substring(1).matches("[A-Za-z_][\\w.]*")) {
            return expression(text.substring(1));
        }
        return quoted(text);
    }

    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    static boolean isExpression(String condition) {
        return Pattern.compile("[=<>!(&|]|\\b(and|or|not|in)\\b").matcher(condition).find();
    }
}
