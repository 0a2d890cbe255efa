package io.openteller.plugins.sandbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A data set as written by hand: who there is, and what happens every month. Amounts are minor units. */
record Dataset(String bank, String currency, List<Customer> customers) {

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
            @Nullable List<Investment> investments) {}

    record Account(
            String ref,
            String kind,
            String nickname,
            String last4,
            long openingBalanceMinor,
            @Nullable List<Monthly> monthly,
            @Nullable List<Habit> habits,
            @Nullable List<Special> special) {}

    record Monthly(int day, long amountMinor, String merchant, String category, String kind) {}

    record Habit(
            double perMonth, long minMinor, long maxMinor, List<String> merchants, String category, String kind) {}

    record Special(int daysAgo, long amountMinor, String merchant, String category, String kind) {}

    record Card(
            String ref, String accountRef, String kind, String network, String last4, String status) {}

    record Loan(
            String ref, String kind, long outstandingMinor, int annualRateBps, long emiMinor, int nextDue) {}

    record Investment(
            String ref, String kind, String name, long valueMinor, @Nullable String maturesOn) {}

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
