package io.openteller.spi.banking;

import io.openteller.spi.CallContext;
import io.openteller.spi.Money;
import io.openteller.spi.Outcome;
import java.util.List;
import org.pf4j.ExtensionPoint;

/** Accounts and what is on them. */
public interface AccountReader extends ExtensionPoint {

    Outcome<List<Account>> accounts(CallContext context, String customerRef);

    /**
     * One account.
     *
     * @param kind SAVINGS, CURRENT, SALARY or JOINT
     * @param last4 last four digits of its number
     */
    record Account(String ref, String kind, String nickname, String last4, Money balance) {}
}
