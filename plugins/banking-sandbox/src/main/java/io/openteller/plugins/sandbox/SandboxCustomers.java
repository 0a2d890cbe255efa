package io.openteller.plugins.sandbox;

import io.openteller.spi.CallContext;
import io.openteller.spi.Money;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.CustomerDirectory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/** Customers from the data set, with what they have changed since. */
@Extension
public final class SandboxCustomers implements CustomerDirectory {

    @Override
    public Outcome<Profile> profile(CallContext context, String customerRef) {
        return Guarded.call(context, store -> customer(store, customerRef)
                .map(one -> Outcome.done(profile(store, one), Instant.now()))
                .orElseGet(() -> Outcome.notFound("customer")));
    }

    @Override
    public Outcome<Holdings> holdings(CallContext context, String customerRef) {
        return Guarded.call(context, store -> customer(store, customerRef)
                .map(one -> Outcome.done(
                        new Holdings(
                                one.loans() == null
                                        ? List.of()
                                        : one.loans().stream()
                                                .map(loan -> loan(loan, store.currency()))
                                                .toList(),
                                one.investments() == null
                                        ? List.of()
                                        : one.investments().stream()
                                                .map(investment -> investment(investment, store.currency()))
                                                .toList()),
                        Instant.now()))
                .orElseGet(() -> Outcome.notFound("customer")));
    }

    private static Optional<Dataset.Customer> customer(Store store, String ref) {
        return store.dataset().customers().stream()
                .filter(one -> one.ref().equals(ref))
                .findFirst();
    }

    /** What can be changed, as it is now; the rest is of the data set. */
    private static Profile profile(Store store, Dataset.Customer one) {
        return store.inTransaction(connection -> Store.query(
                        connection,
                        row -> new Profile(
                                one.ref(),
                                one.name(),
                                row.getString("email"),
                                row.getString("mobile"),
                                row.getString("city"),
                                one.tier(),
                                row.getString("language"),
                                one.customerSince() == null ? null : LocalDate.parse(one.customerSince())),
                        "SELECT * FROM person WHERE customer = ?",
                        one.ref())
                .getFirst());
    }

    private static Loan loan(Dataset.Loan loan, String currency) {
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
        LocalDate due = today.withDayOfMonth(Math.clamp(loan.nextDue(), 1, 28));
        return new Loan(
                loan.ref(),
                loan.kind(),
                new Money(loan.outstandingMinor(), currency),
                loan.annualRateBps(),
                new Money(loan.emiMinor(), currency),
                due.isBefore(today) ? due.plusMonths(1) : due);
    }

    private static Investment investment(Dataset.Investment one, String currency) {
        return new Investment(
                one.ref(),
                one.kind(),
                one.name(),
                new Money(one.valueMinor(), currency),
                one.maturesOn() == null ? null : LocalDate.parse(one.maturesOn()));
    }
}
