package io.openteller.platform.banking.internal;

import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.banking.CardDesk;
import io.openteller.platform.banking.internal.BankCalls.Typed;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.banking.CardControl;
import io.openteller.spi.banking.CardControl.Card;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class PluggedCardDesk implements CardDesk {

    private static final Typed<CardControl> CARDS = new Typed<>(CardControl.class, "cards.list/v1");

    private final BankCalls bank;

    PluggedCardDesk(BankCalls bank) {
        this.bank = bank;
    }

    @Override
    public BankResult<List<Card>> cards(Caller caller) {
        return bank.read(
                CARDS, caller, Assurance.STEPPED_UP, (control, call) -> control.cards(call, caller.customerRef()));
    }
}
