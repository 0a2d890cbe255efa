package io.openteller.platform.customer.internal;

import io.openteller.platform.banking.AccountBook;
import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.banking.CardDesk;
import io.openteller.platform.conversation.ConversationFilter;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.customer.internal.CustomerView.Amount;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.spi.banking.CustomerDirectory;
import io.openteller.spi.banking.TransactionReader.Query;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Puts the bank's answers together. One that is missing fails the whole: half a record misleads. */
@Singleton
class CustomerRecord {

    private static final int TRANSACTIONS = 50;
    private static final int EARLIER = 20;

    private final AccountBook book;
    private final CardDesk cards;
    private final Conversations conversations;

    CustomerRecord(AccountBook book, CardDesk cards, Conversations conversations) {
        this.book = book;
        this.cards = cards;
        this.conversations = conversations;
    }

    CustomerView of(String ref, UUID current) {
        Caller caller = Caller.staffFor(ref);
        BankResult.Done<CustomerDirectory.Profile> profile = done(book.profile(caller));
        CustomerDirectory.Holdings holdings = done(book.holdings(caller)).value();
        return new CustomerView(
                true,
                profile(profile.value()),
                done(book.accounts(caller)).value().stream()
                        .map(one -> new CustomerView.Account(
                                one.ref(), one.nickname(), one.kind(), one.last4(), Amount.of(one.balance())))
                        .toList(),
                done(cards.cards(caller)).value().stream()
                        .map(one -> new CustomerView.Card(
                                one.ref(), one.kind(), one.network(), one.last4(), one.status()))
                        .toList(),
                holdings.loans().stream()
                        .map(one -> new CustomerView.Loan(
                                one.kind(),
                                Amount.of(one.outstanding()),
                                one.annualRateBps(),
                                Amount.of(one.instalment()),
                                one.nextDue()))
                        .toList(),
                holdings.investments().stream()
                        .map(one -> new CustomerView.Investment(
                                one.kind(), one.name(), Amount.of(one.value()), one.maturesOn()))
                        .toList(),
                done(book.transactions(caller, new Query(null, null, null, TRANSACTIONS))).value().stream()
                        .map(one -> new CustomerView.Transaction(
                                one.ref(),
                                one.postedAt(),
                                one.merchant(),
                                Amount.of(one.amount()),
                                one.category(),
                                one.kind(),
                                one.disputed()))
                        .toList(),
                done(book.disputes(caller)).value().stream()
                        .map(one -> new CustomerView.Dispute(
                                one.reference(), one.openedAt(), one.status(), Amount.of(one.amount()), one.merchant()))
                        .toList(),
                earlier(ref, current),
                profile.asOf(),
                profile.plugin());
    }

    private List<CustomerView.Earlier> earlier(String ref, UUID current) {
        return conversations.list(ConversationFilter.ofCustomer(ref, EARLIER)).stream()
                .filter(one -> !one.id().equals(current) && ref.equals(one.customerRef()))
                .map(one -> new CustomerView.Earlier(
                        one.id(), one.createdAt(), one.owner().name(), one.intent(), one.csat()))
                .toList();
    }

    private static <T> BankResult.Done<T> done(BankResult<T> result) {
        return switch (result) {
            case BankResult.Done<T> done -> done;
            case BankResult.Refused<T> refused ->
                throw new ProblemException(ErrorCode.BANK_UNAVAILABLE, refused.reason());
            case BankResult.Unavailable<T> unavailable ->
                throw new ProblemException(ErrorCode.BANK_UNAVAILABLE, unavailable.cause());
            case BankResult.NeedsStepUp<T> stepUp -> throw new IllegalStateException("staff need no step-up");
        };
    }

    private static CustomerView.Profile profile(CustomerDirectory.Profile one) {
        String email = one.email();
        String digits = one.mobile().replaceAll("\\D", "");
        return new CustomerView.Profile(
                one.ref(),
                one.name(),
                one.tier(),
                one.city(),
                one.customerSince(),
                one.language(),
                email.isEmpty() ? "" : email.charAt(0) + "•••" + email.substring(Math.max(0, email.indexOf('@'))),
                "•••• " + digits.substring(Math.max(0, digits.length() - 4)));
    }
}
