package io.openteller.platform.banking.internal.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.platform.banking.Ruling.Card;
import io.openteller.platform.banking.Ruling.Row;
import java.time.Instant;
import java.util.List;

/** A card as it is kept; its time is kept apart. */
public final class Cards {

    private static final JsonMapper JSON = new JsonMapper();

    private Cards() {}

    private record Kept(String title, List<Row> rows) {}

    public static String written(Card card) {
        try {
            return JSON.writeValueAsString(new Kept(card.title(), card.rows()));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public static Card read(String json, Instant expires) {
        try {
            Kept kept = JSON.readValue(json, Kept.class);
            return new Card(kept.title(), kept.rows(), expires);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
