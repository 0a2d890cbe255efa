package io.openteller.plugins.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts what is the matter with one customer into the store, beside the accounts and entries that are there. */
final class Situations {

    private final Connection connection;
    private final String currency;
    private final Dataset.Customer customer;
    private final Instant now;
    private final LocalDate today;

    Situations(Connection connection, String currency, Dataset.Customer customer, Instant now) {
        this.connection = connection;
        this.currency = currency;
        this.customer = customer;
        this.now = now;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    void fill() throws SQLException {
        person();
        for (Dataset.Card card : customer.cards()) {
            Limits.fill(connection, currency, card);
            put("UPDATE card SET block_reason = ? WHERE ref = ? AND blocked_at IS NOT NULL",
                    card.blockReason() == null ? "CUSTOMER_REQUEST" : card.blockReason(), card.ref());
        }
        for (Dataset.Account account : customer.accounts()) {
            account(account);
        }
        for (Dataset.Loan loan : each(customer.loans())) {
            put("INSERT INTO loan VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    loan.ref(), customer.ref(), loan.kind(), loan.outstandingMinor(), loan.annualRateBps(), loan.emiMinor(),
                    loan.nextDue(), loan.overdueMinor() == null ? 0L : loan.overdueMinor());
        }
        for (Dataset.Investment one : each(customer.investments())) {
            Dataset.Plan plan = one.plan();
            put("INSERT INTO investment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    one.ref(), customer.ref(), one.kind(), one.name(), one.valueMinor(),
                    one.investedMinor() == null ? one.valueMinor() : one.investedMinor(), one.navMinor(),
                    plan == null ? "NONE" : plan.status(), plan == null ? null : plan.amountMinor(),
                    plan == null ? null : plan.day());
        }
        for (Dataset.Refund refund : each(customer.refunds())) {
            put("INSERT INTO refund (ref, account, merchant, amount, status, expected_by, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    refund.ref(), refund.accountRef(), refund.merchant(), refund.amountMinor(), refund.status(),
                    inDays(refund.expectedInDays()), now.minus(Duration.ofDays(refund.daysAgo())));
        }
    }

    private void person() throws SQLException {
        Dataset.Access access = customer.access();
        Dataset.Papers papers = customer.papers();
        Dataset.Preferences preferences = customer.preferences();
        put("INSERT INTO person (customer, name, email, mobile, city, language, since, alerts, marketing, known_device, access,"
                        + " access_reason, auto_resolvable, last_sign_in, follows_links, kyc, kyc_due, kyc_missing, credit_score)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                customer.ref(), customer.name(), customer.email(), customer.mobile(), customer.city(), customer.language(),
                customer.customerSince() == null ? null : LocalDate.parse(customer.customerSince()),
                preferences == null ? "SMS" : preferences.alerts(),
                preferences != null && preferences.marketing(),
                !yes(customer.newDevice()),
                access == null ? "OPEN" : access.status(),
                access == null ? "NONE" : access.reason(),
                access != null && access.autoResolvable(),
                now.minus(Duration.ofDays(access == null ? 1 : access.lastSignInDaysAgo())),
                access == null || !yes(access.ignoresLinks()),
                papers == null ? "COMPLETE" : papers.status(),
                papers == null ? null : today.plusDays(papers.dueInDays()),
                papers == null ? "" : String.join(";", papers.missing()),
                customer.creditScore());
    }

    private void account(Dataset.Account account) throws SQLException {
        put("UPDATE account SET status = ? WHERE ref = ?", account.status() == null ? "ACTIVE" : account.status(), account.ref());
        put("UPDATE entry SET description = kind || ' ' || upper(merchant) WHERE account = ?", account.ref());
        Optional<Dataset.Card> usual = customer.cards().stream()
                .filter(card -> card.accountRef().equals(account.ref()) && card.kind().equals("DEBIT"))
                .findFirst();
        put("UPDATE entry SET place = ?, card = ? WHERE account = ? AND kind = 'CARD'",
                customer.city(), usual.map(Dataset.Card::ref).orElse(null), account.ref());
        for (Dataset.Special special : each(account.special())) {
            special(account, special);
        }
        for (Dataset.Hold hold : each(account.holds())) {
            hold(hold.ref(), account, hold.description(), hold.amountMinor(), hold.cardRef(), yes(hold.authorised()),
                    hold.hoursAgo(), hold.releasesInDays());
        }
        for (Dataset.Payment payment : each(account.payments())) {
            payment(account, payment);
        }
        new Ordinary(connection, currency, account, now).fill();
    }

    private void special(Dataset.Account account, Dataset.Special special) throws SQLException {
        Optional<String> found = entry(account, special.merchant(), special.amountMinor());
        if (found.isEmpty()) {
            return;
        }
        put("UPDATE entry SET card = coalesce(?, card), place = coalesce(?, place), score = ?, known_device = ?, usual_place = ?"
                        + " WHERE account = ? AND merchant = ? AND amount = ?",
                special.cardRef(), special.place(), special.fraudScore(), !yes(special.newDevice()), special.place() == null,
                account.ref(), special.merchant(), special.amountMinor());
        Instant booked = now.minus(Duration.ofDays(special.daysAgo()));
        if (yes(special.warning())) {
            put("INSERT INTO warning (ref, customer, entry, at) VALUES (?, ?, ?, ?)",
                    "warn-" + found.get(), customer.ref(), found.get(), booked);
        }
        if (special.dispute() != null) {
            put("INSERT INTO dispute (reference, customer, entry, reason, opened_at, status)"
                            + " SELECT 'D-' || NEXT VALUE FOR dispute_number, ?, ?, 'NOT_RECOGNISED', ?, ?"
                            + " WHERE NOT EXISTS (SELECT 1 FROM dispute WHERE entry = ?)",
                    customer.ref(), found.get(), booked.plus(Duration.ofHours(20)), special.dispute(), found.get());
        }
    }

    private void payment(Dataset.Account account, Dataset.Payment payment) throws SQLException {
        Optional<String> entry =
                payment.entry() == null ? Optional.empty() : entry(account, payment.entry(), -payment.amountMinor());
        String hold = null;
        if (payment.status().equals("PENDING") && entry.isEmpty()) {
            hold = "hold-" + payment.ref();
            hold(hold, account, payment.rail() + " to " + payment.payee(), payment.amountMinor(), null, false,
                    payment.hoursAgo(), null);
        }
        put("INSERT INTO payment (ref, account, rail, payee, amount, made_at, status, reason, return_by, cancellable, entry, hold)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                payment.ref(), account.ref(), payment.rail(), payment.payee(), payment.amountMinor(),
                now.minus(Duration.ofHours(payment.hoursAgo())), payment.status(), payment.reason(),
                inDays(payment.returnInDays()), yes(payment.cancellable()), entry.orElse(null), hold);
    }

    private void hold(
            String ref, Dataset.Account account, String description, long amount, @Nullable String card, boolean authorised,
            int hoursAgo, @Nullable Integer releasesInDays)
            throws SQLException {
        put("INSERT INTO hold (ref, account, description, amount, card, authorised, placed_at, releases_on)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                ref, account.ref(), description, amount, card, authorised, now.minus(Duration.ofHours(hoursAgo)),
                inDays(releasesInDays));
    }

    /** The newest with that merchant and amount. */
    private Optional<String> entry(Dataset.Account account, String merchant, long amount) throws SQLException {
        return Store.query(
                        connection,
                        row -> row.getString("ref"),
                        "SELECT ref FROM entry WHERE account = ? AND merchant = ? AND amount = ? ORDER BY at DESC LIMIT 1",
                        account.ref(),
                        merchant,
                        amount)
                .stream()
                .findFirst();
    }

    private void put(String sql, @Nullable Object... values) throws SQLException {
        Store.update(connection, sql, values);
    }

    private @Nullable LocalDate inDays(@Nullable Integer days) {
        return days == null ? null : today.plusDays(days);
    }

    private static boolean yes(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private static <T> List<T> each(@Nullable List<T> many) {
        return many == null ? List.of() : many;
    }
}
