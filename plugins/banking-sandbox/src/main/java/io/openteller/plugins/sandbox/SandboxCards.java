package io.openteller.plugins.sandbox;

import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.CardControl;
import java.time.Instant;
import java.util.List;
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
                    "SELECT * FROM card WHERE customer = ? ORDER BY ref",
                    customerRef));
            return Outcome.done(cards, Instant.now());
        });
    }

    @Override
    public Outcome<Blocking> block(CallContext context, String customerRef, String cardRef) {
        return Guarded.call(context, store -> store.inTransaction(connection -> {
            Store.update(
                    connection,
                    "UPDATE card SET blocked_at = ?, blocked_by = ? WHERE ref = ? AND customer = ? AND blocked_at IS NULL",
                    Instant.now(),
                    context.callId(),
                    cardRef,
                    customerRef);
            // The call that did it is told so again, however often it is repeated.
            List<Blocking> blocked = Store.query(
                    connection,
                    row -> new Blocking(
                            cardRef,
                            row.getTimestamp("blocked_at").toInstant(),
                            !context.callId().equals(row.getString("blocked_by"))),
                    "SELECT blocked_at, blocked_by FROM card WHERE ref = ? AND customer = ?",
                    cardRef,
                    customerRef);
            return blocked.isEmpty() ? Outcome.notFound("card") : Outcome.done(blocked.getFirst(), Instant.now());
        }));
    }
}
