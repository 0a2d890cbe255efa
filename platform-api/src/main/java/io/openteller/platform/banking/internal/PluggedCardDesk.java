package io.openteller.platform.banking.internal;

import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.banking.CardDesk;
import io.openteller.platform.banking.internal.BankCalls.Typed;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.banking.CardControl;
import io.openteller.spi.banking.CardControl.Blocking;
import io.openteller.spi.banking.CardControl.Card;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class PluggedCardDesk implements CardDesk {

    private static final Typed<CardControl> CARDS = new Typed<>(CardControl.class, "cards.list/v1");
    private static final Typed<CardControl> BLOCK = new Typed<>(CardControl.class, "cards.block/v1");

    private final BankCalls bank;
    private final Journal journal;

    PluggedCardDesk(BankCalls bank, Journal journal) {
        this.bank = bank;
        this.journal = journal;
    }

    @Override
    public BankResult<List<Card>> cards(Caller caller) {
        BankResult<List<Card>> read = bank.read(
                CARDS, caller, Assurance.STEPPED_UP, (control, call) -> control.cards(call, caller.customerRef()));
        return read instanceof BankResult.Done<List<Card>>(List<Card> cards, var asOf, String plugin, long millis)
                ? new BankResult.Done<>(
                        cards.stream().map(card -> issued(plugin, card)).toList(), asOf, plugin, millis)
                : read;
    }

    private static Card issued(String plugin, Card card) {
        return new Card(
                new Issued(plugin, card.ref()).toString(),
                card.accountRef(),
                card.kind(),
                card.network(),
                card.last4(),
                card.status());
    }

    @Override
    public BankResult<Blocking> block(Caller caller, String cardRef, String callId) {
        Issued card = Issued.of(cardRef);
        return journal.around(
                "card.block",
                caller,
                callId,
                card.ref(),
                () -> bank.callOn(
                        card,
                        BLOCK,
                        caller,
                        Assurance.STEPPED_UP,
                        callId,
                        (control, call) -> control.block(call, caller.customerRef(), card.ref())));
    }
}
