package io.openteller.procedures.expressions;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.procedures.definition.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Texts with {@code ${expression}} in them. Safe for any thread. */
public final class Templates {

    private final Expressions expressions;
    private final ForPeople forPeople;
    private final Bank bank;

    public Templates(Expressions expressions, Bank bank) {
        this.expressions = expressions;
        this.forPeople = new ForPeople(bank.zone());
        this.bank = bank;
    }

    /** In the scope's language, or else in the bank's first. A value that people could not read is a fault. */
    public Written write(Wording wording, Scope scope) {
        String language = language(wording, scope.language());
        String template = wording.byLanguage().getOrDefault(language, "");
        StringBuilder text = new StringBuilder();
        List<String> evidence = new ArrayList<>();
        for (TemplatePart part : TemplatePart.of(template)) {
            switch (part) {
                case TemplatePart.Text(String words) -> text.append(words);
                case TemplatePart.Unclosed() -> {
                    return new Written.Fault("a ${ without its }");
                }
                case TemplatePart.Expression(String expression) -> {
                    switch (expressions.evaluate(expression, scope)) {
                        case Value.Fault(String message) -> {
                            return new Written.Fault(message);
                        }
                        case Value.Of(JsonNode value) -> {
                            Optional<String> written = forPeople.write(value, language);
                            if (written.isEmpty()) {
                                return new Written.Fault("nothing that can be told: ${" + expression + "}");
                            }
                            text.append(written.get());
                            evidence.add(written.get());
                        }
                    }
                }
            }
        }
        return new Written.Text(text.toString(), evidence);
    }

    /** The expressions in a text, in its order. */
    public static List<String> expressions(String template) {
        return TemplatePart.of(template).stream()
                .filter(TemplatePart.Expression.class::isInstance)
                .map(part -> ((TemplatePart.Expression) part).expression())
                .toList();
    }

    /** Whether the text has a {@code ${} without its end. */
    public static boolean isUnclosed(String template) {
        return TemplatePart.of(template).contains(new TemplatePart.Unclosed());
    }

    private String language(Wording wording, String wanted) {
        Map<String, String> texts = wording.byLanguage();
        if (texts.containsKey(wanted)) {
            return wanted;
        }
        String plain = wanted.toLowerCase(Locale.ROOT);
        // en-IN is English; hi-Latn is not for somebody who reads Devanagari, nor the other way round.
        Optional<String> near = texts.keySet().stream()
                .filter(tag -> tag.equalsIgnoreCase(plain) || !plain.startsWith("hi-latn") && plain.startsWith(tag.toLowerCase(Locale.ROOT) + "-"))
                .findFirst();
        return near.orElseGet(() -> bank.languages().stream()
                .filter(texts::containsKey)
                .findFirst()
                .orElseGet(() -> texts.keySet().stream().findFirst().orElse(wanted)));
    }
}
