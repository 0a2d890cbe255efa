package io.openteller.platform.banking;

import io.openteller.spi.banking.CardControl.Card;
import java.util.List;

/** Cards. Needs a stepped-up caller. */
public interface CardDesk {

    BankResult<List<Card>> cards(Caller caller);
}
