package io.openteller.platform.banking;

import io.openteller.spi.banking.CardControl.Blocking;
import io.openteller.spi.banking.CardControl.Card;
import java.util.List;

/** Cards. Needs a stepped-up caller. */
public interface CardDesk {

    BankResult<List<Card>> cards(Caller caller);

    /** @param callId a second call with the same id has no further effect */
    BankResult<Blocking> block(Caller caller, String cardRef, String callId);
}
