package io.openteller.plugins.sandbox;

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.CardControl;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.pf4j.Extension;

/** Blocking has the same effect however often it is asked for. */
@Extension
public final class SandboxCards implements CardControl {

    @Override
    public Outcome<List<Card>> cards(CallContext context, String customerRef) {
        return Guarded.call(context, store -> {
            List<Card> cards = store.inTransaction(connection -> Store.query(
                    connection,
                    row -> new Card(
                            row.getString("ref"),
                            row.getString("account"),
                            row.getString("kind"),
                            row.getString("network"),
                            row.getString("last4"),
                            row.getTimestamp("blocked_at") == null ? "ACTIVE" : "BLOCKED"),
                    "SELECT * FROM card WHERE customer = ? ORDER BY ref",
                    customerRef));
            return Outcome.done(cards, Instant.now());
        });
    }

    @Override
    public Outcome<Blocking> block(CallContext context, String customerRef, String cardRef) {
        return Guarded.call(context, store -> store.inTransaction(connection -> {
            boolean blockedNow = Store.update(
                            connection,
                            "UPDATE card SET blocked_at = ? WHERE ref = ? AND customer = ? AND blocked_at IS NULL",
                            Instant.now(),
                            cardRef,
                            customerRef)
                    == 1;
            List<Timestamp> at = Store.query(
                    connection,
                    row -> row.getTimestamp("blocked_at"),
                    "SELECT blocked_at FROM card WHERE ref = ? AND customer = ?",
                    cardRef,
                    customerRef);
            return at.isEmpty()
                    ? Outcome.notFound("card")
                    : Outcome.done(new Blocking(cardRef, at.getFirst().toInstant(), !blockedNow), Instant.now());
        }));
    }
}
