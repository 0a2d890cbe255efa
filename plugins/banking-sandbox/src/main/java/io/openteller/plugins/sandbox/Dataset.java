package io.openteller.plugins.sandbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data set as written by hand: who there is, what happens every month, and what is the matter with them. Amounts are minor
 * units.
 */
record Dataset(String bank, String currency, List<Customer> customers) {

    /**
     * One customer. What is not written is as with most people: access is open, papers are complete, the device is known.
     *
     * @param creditScore null if the bureau has none
     */
    record Customer(
            String ref,
            String name,
            String email,
            String mobile,
            String city,
            String tier,
            String language,
            @Nullable String customerSince,
            List<Account> accounts,
            List<Card> cards,
            @Nullable List<Loan> loans,
            @Nullable List<Investment> investments,
            @Nullable Access access,
            @Nullable Papers papers,
            @Nullable Preferences preferences,
            @Nullable Integer creditScore,
            @Nullable Boolean newDevice,
            @Nullable List<Refund> refunds) {}

    /** @param status DORMANT or FROZEN; null for one in use */
    record Account(
            String ref,
            String kind,
            String nickname,
            String last4,
            long openingBalanceMinor,
            @Nullable List<Monthly> monthly,
            @Nullable List<Habit> habits,
            @Nullable List<Special> special,
            @Nullable String status,
            @Nullable List<Hold> holds,
            @Nullable List<Payment> payments) {}

    record Monthly(int day, long amountMinor, String merchant, String category, String kind) {}

    record Habit(
            double perMonth, long minMinor, long maxMinor, List<String> merchants, String category, String kind) {}

    /**
     * One entry out of the ordinary.
     *
     * @param fraudScore what the bank's engine gives it; null for a harmless one
     * @param warning whether the bank has warned the customer of it
     * @param dispute the state of a dispute about it; null for none
     */
    record Special(
            int daysAgo,
            long amountMinor,
            String merchant,
            String category,
            String kind,
            @Nullable String cardRef,
            @Nullable String place,
            @Nullable Integer fraudScore,
            @Nullable Boolean newDevice,
            @Nullable Boolean warning,
            @Nullable String dispute) {}

    /** @param authorised whether it is a purchase that will be booked */
    record Hold(
            String ref,
            String description,
            long amountMinor,
            int hoursAgo,
            @Nullable Integer releasesInDays,
            @Nullable String cardRef,
            @Nullable Boolean authorised) {}

    /**
     * A payment out of the ordinary. One that is pending holds its amount.
     *
     * @param entry merchant of the special entry that it is booked as; null if nothing is booked
     */
    record Payment(
            String ref,
            String rail,
            String payee,
            long amountMinor,
            int hoursAgo,
            String status,
            @Nullable String reason,
            @Nullable Integer returnInDays,
            @Nullable Boolean cancellable,
            @Nullable String entry) {}

    record Card(
            String ref, String accountRef, String kind, String network, String last4, String status, @Nullable String blockReason) {}

    record Loan(
            String ref,
            String kind,
            long outstandingMinor,
            int annualRateBps,
            long emiMinor,
            int nextDue,
            @Nullable Long overdueMinor) {}

    /** @param navMinor value of one share; null for what has none */
    record Investment(
            String ref,
            String kind,
            String name,
            long valueMinor,
            @Nullable String maturesOn,
            @Nullable Long investedMinor,
            @Nullable Long navMinor,
            @Nullable Plan plan) {}

    /** @param status ACTIVE, PAUSED or FAILED */
    record Plan(String status, long amountMinor, int day) {}

    /** @param ignoresLinks whether a reset link is never followed */
    record Access(
            String status, String reason, boolean autoResolvable, int lastSignInDaysAgo, @Nullable Boolean ignoresLinks) {}

    record Papers(String status, int dueInDays, List<String> missing) {}

    record Preferences(String alerts, boolean marketing) {}

    record Refund(
            String ref, String accountRef, String merchant, long amountMinor, String status, int daysAgo, @Nullable Integer expectedInDays) {}

    /** @throws IllegalArgumentException if there is no such data set */
    static Dataset named(String name) {
        ObjectMapper json = new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("no such data set: " + name);
        }
        try (InputStream file = Dataset.class.getResourceAsStream("/datasets/" + name + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("no such data set: " + name);
            }
            return json.readValue(file, Dataset.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
