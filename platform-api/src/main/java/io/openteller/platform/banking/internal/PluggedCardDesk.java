package io.openteller.platform.banking.internal;

import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.banking.CardDesk;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.banking.CardControl;
import io.openteller.spi.banking.CardControl.Blocking;
import io.openteller.spi.banking.CardControl.Card;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class PluggedCardDesk implements CardDesk {

    private final BankCalls bank;
    private final Journal journal;

    PluggedCardDesk(BankCalls bank, Journal journal) {
        this.bank = bank;
        this.journal = journal;
    }

    @Override
    public BankResult<List<Card>> cards(Caller caller) {
        return bank.read(
                CardControl.class,
                caller,
                Assurance.STEPPED_UP,
                (control, call) -> control.cards(call, caller.customerRef()));
    }

    @Override
    public BankResult<Blocking> block(Caller caller, String cardRef, String callId) {
        return journal.around(
                "card.block",
                caller,
                callId,
                cardRef,
                () -> bank.call(
                        CardControl.class,
                        caller,
                        Assurance.STEPPED_UP,
                        callId,
                        (control, call) -> control.block(call, caller.customerRef(), cardRef)));
    }
}
