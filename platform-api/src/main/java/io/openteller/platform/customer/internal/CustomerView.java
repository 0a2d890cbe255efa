package io.openteller.platform.customer.internal;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The customer of a conversation.
 *
 * @param identified false for an anonymous visitor, of whom there is nothing to show
 * @param asOf when the bank's system said so
 * @param source id of the plugin that did
 */
@Serdeable
record CustomerView(
        boolean identified,
        @Nullable Profile profile,
        List<Account> accounts,
        List<Card> cards,
        List<Loan> loans,
        List<Investment> investments,
        List<Transaction> transactions,
        List<Dispute> disputes,
        List<Earlier> conversations,
        @Nullable Instant asOf,
        @Nullable String source) {

    static CustomerView anonymous(Instant now) {
        return new CustomerView(
                false, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), now, null);
    }

    /** @param emailMasked first letter and domain; @param mobileMasked last four digits */
    @Serdeable
    record Profile(
            String ref,
            String name,
            String tier,
            String city,
            @Nullable LocalDate customerSince,
            String language,
            String emailMasked,
            String mobileMasked) {}

    /** Minor units; negative for what goes out. */
    @Serdeable
    record Amount(long amountMinor, String currency) {

        static Amount of(io.openteller.spi.Money money) {
            return new Amount(money.minor(), money.currency());
        }
    }

    @Serdeable
    record Account(String ref, String nickname, String kind, String last4, Amount balance) {}

    @Serdeable
    record Card(String ref, String kind, String network, String last4, String status) {}

    @Serdeable
    record Loan(String kind, Amount outstanding, int annualRateBps, Amount instalment, LocalDate nextDue) {}

    @Serdeable
    record Investment(String kind, String name, Amount value, @Nullable LocalDate maturesOn) {}

    @Serdeable
    record Transaction(
            String ref, Instant postedAt, String merchant, Amount amount, String category, String kind, boolean disputed) {}

    @Serdeable
    record Dispute(String reference, Instant openedAt, String status, Amount amount, String merchant) {}

    /** An earlier conversation of the same customer. */
    @Serdeable
    record Earlier(
            UUID id,
            Instant startedAt,
            String owner,
            @Nullable String intent,
            @Nullable Integer csat) {}
}
