package io.openteller.spi.banking;

import io.openteller.spi.CallContext;
import io.openteller.spi.Money;
import io.openteller.spi.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pf4j.ExtensionPoint;

/** Who a customer is, and what they have besides accounts and cards. */
public interface CustomerDirectory extends ExtensionPoint {

    Outcome<Profile> profile(CallContext context, String customerRef);

    Outcome<Holdings> holdings(CallContext context, String customerRef);

    /** @param mobile in full; the platform masks it for everybody but the one-time-code plugin */
    record Profile(
            String ref,
            String name,
            String email,
            String mobile,
            String city,
            String tier,
            String language,
            @Nullable LocalDate customerSince) {}

    /** Loans and investments. */
    record Holdings(List<Loan> loans, List<Investment> investments) {}

    /** @param annualRateBps in hundredths of a per cent */
    record Loan(
            String ref,
            String kind,
            Money outstanding,
            int annualRateBps,
            Money instalment,
            LocalDate nextDue) {}

    /** @param maturesOn null for what has no end */
    record Investment(
            String ref, String kind, String name, Money value, @Nullable LocalDate maturesOn) {}
}
