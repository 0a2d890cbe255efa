package io.openteller.platform.banking.internal.policy;

import io.openteller.platform.banking.internal.reference.Written;
import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.operations.CardTexts;
import io.openteller.operations.CardTexts.CardText;
import io.openteller.platform.banking.Ruling.Card;
import io.openteller.platform.banking.Ruling.Row;
import io.openteller.platform.banking.internal.reference.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a call into words, from its final arguments and nothing else. */
public final class CardMaker {

    private static final Map<String, String> EFFECT = Map.of("en", "What this means", "hi", "इसका मतलब");

    private CardMaker() {}

    public static Card card(Asked asked, String language, Instant expires) {
        CardText text = CardTexts.standard()
                .of(asked.spec().name(), language)
                .orElseGet(() -> new CardText(asked.spec().title(), Map.of(), asked.spec().summary(), Map.of()));
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, String> label : text.labels().entrySet()) {
            String value = value(asked, label.getKey(), text, language);
            if (value != null) {
                rows.add(new Row(label.getValue(), value));
            }
        }
        rows.add(new Row(EFFECT.getOrDefault(language.split("-", 2)[0], "What this means"), text.effect()));
        return new Card(text.title(), rows, expires);
    }

    private static @Nullable String value(Asked asked, String path, CardText text, String language) {
        if (path.contains(".")) {
            Amount amount = Amounts.fact(path, asked.references());
            return amount == null ? null : amount.written();
        }
        Reference reference = asked.references().get(path);
        if (reference != null) {
            return Objects.requireNonNullElse(reference.label(language), "");
        }
        JsonNode value = asked.arguments().path(path);
        if (value.isMissingNode()) {
            return null;
        }
        String said = Written.value(value, asked.spec().input().path("properties").path(path), language);
        return text.words().getOrDefault(said, said);
    }
}
