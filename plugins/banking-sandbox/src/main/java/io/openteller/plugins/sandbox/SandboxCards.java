package io.openteller.plugins.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.plugins.sandbox.operations.Json;
import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.CardControl;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.pf4j.Extension;

/** Blocking has the same effect however often it is asked for. */
@Extension
public final class SandboxCards implements CardControl {

    @Override
    public Outcome<List<Card>> cards(CallContext context, String customerRef) {
        return Guarded.callFor(customerRef, context, store -> {
            List<Card> cards = store.inTransaction(connection -> Store.query(
                    connection,
                    row -> new Card(
                            row.getString("ref"),
                            row.getString("account"),
                            row.getString("kind"),
                            row.getString("network"),
                            row.getString("last4"),
                            row.getTimestamp("blocked_at") == null ? "ACTIVE" : "BLOCKED"),
                    // An interface that knows no replaced cards leaves them out.
                    "SELECT * FROM card WHERE customer = ? AND replaced_at IS NULL ORDER BY ref",
                    customerRef));
            return Outcome.done(cards, Instant.now());
        });
    }

    @Override
    public Outcome<Blocking> block(CallContext context, String customerRef, String cardRef) {
        return Guarded.callFor(customerRef, context, store -> {
            Outcome<String> blocked = new Books(store, context, customerRef)
                    .perform(
                            Objects.requireNonNull(Books.supplied().get("cards.block/v1")),
                            Json.of("card", cardRef, "reason", "CUSTOMER_REQUEST"),
                            Instant.now().truncatedTo(ChronoUnit.MILLIS));
            return switch (blocked) {
                case Outcome.Done<String>(String result, Instant asOf) -> {
                    JsonNode blocking = Json.read(result);
                    yield Outcome.done(
                            new Blocking(
                                    cardRef,
                                    Instant.parse(blocking.path("blockedAt").asText()),
                                    blocking.path("alreadyBlocked").booleanValue()),
                            asOf);
                }
                case Outcome.NotFound<String>(String what) -> Outcome.notFound(what);
                case Outcome.Refused<String>(String reason) -> Outcome.refused(reason);
                case Outcome.Unavailable<String>(String detail) -> Outcome.unavailable(detail);
            };
        });
    }
}
