package io.openteller.plugins.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The limits that a bank's cards begin with, in minor units. */
final class Limits {

    private record Limit(String use, long daily, long highest) {}

    private static final Map<String, List<Limit>> BY_CURRENCY = Map.of(
            "INR",
            List.of(
                    new Limit("PURCHASES", 5_000_000, 20_000_000),
                    new Limit("CASH", 2_500_000, 5_000_000),
                    new Limit("ONLINE", 5_000_000, 20_000_000),
                    new Limit("ABROAD", 0, 10_000_000)),
            "GBP",
            List.of(
                    new Limit("PURCHASES", 100_000, 500_000),
                    new Limit("CASH", 30_000, 50_000),
                    new Limit("ONLINE", 100_000, 500_000),
                    new Limit("ABROAD", 50_000, 250_000)));

    private Limits() {}

    static void fill(Connection connection, String currency, Dataset.Card card) throws SQLException {
        for (Limit limit : BY_CURRENCY.getOrDefault(currency, List.of())) {
            Store.update(
                    connection,
                    "INSERT INTO card_limit VALUES (?, ?, ?, ?)",
                    card.ref(),
                    limit.use(),
                    limit.daily(),
                    limit.highest());
        }
    }
}
