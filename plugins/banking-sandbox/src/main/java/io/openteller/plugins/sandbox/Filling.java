package io.openteller.plugins.sandbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Makes the tables and fills them, all of it or nothing. */
final class Filling {

    private final Store store;

    Filling(Store store) {
        this.store = store;
    }

    void fillIfNew(Clock clock) {
        store.inTransaction(connection -> {
            Store.update(connection, """
                    CREATE TABLE IF NOT EXISTS account (ref VARCHAR PRIMARY KEY, customer VARCHAR NOT NULL,
                        kind VARCHAR NOT NULL, nickname VARCHAR NOT NULL, last4 VARCHAR NOT NULL, opening BIGINT NOT NULL)
                    """);
            Store.update(connection, """
                    CREATE TABLE IF NOT EXISTS entry (ref VARCHAR PRIMARY KEY, account VARCHAR NOT NULL,
                        at TIMESTAMP WITH TIME ZONE NOT NULL, amount BIGINT NOT NULL, merchant VARCHAR NOT NULL,
                        category VARCHAR NOT NULL, kind VARCHAR NOT NULL)
                    """);
            Store.update(connection, "CREATE INDEX IF NOT EXISTS entry_of_account ON entry (account, at)");
            Store.update(connection, """
                    CREATE TABLE IF NOT EXISTS card (ref VARCHAR PRIMARY KEY, customer VARCHAR NOT NULL,
                        account VARCHAR NOT NULL, kind VARCHAR NOT NULL, network VARCHAR NOT NULL, last4 VARCHAR NOT NULL,
                        blocked_at TIMESTAMP WITH TIME ZONE, blocked_by VARCHAR)
                    """);
            Store.update(connection, """
                    CREATE TABLE IF NOT EXISTS dispute (reference VARCHAR PRIMARY KEY, customer VARCHAR NOT NULL,
                        entry VARCHAR NOT NULL UNIQUE, reason VARCHAR NOT NULL,
                        opened_at TIMESTAMP WITH TIME ZONE NOT NULL)
                    """);
            Store.update(connection, "CREATE SEQUENCE IF NOT EXISTS dispute_number START WITH 20483117 INCREMENT BY 7");
            // The row that says that filling was finished; it commits together with everything else.
            Store.update(connection, "CREATE TABLE IF NOT EXISTS filled (at TIMESTAMP WITH TIME ZONE NOT NULL)");
            if (Store.query(connection, row -> true, "SELECT 1 FROM filled").isEmpty()) {
                fill(connection, LocalDate.now(clock));
                Store.update(connection, "INSERT INTO filled VALUES (?)", clock.instant());
            }
            return true;
        });
    }

    private void fill(Connection connection, LocalDate today) throws SQLException {
        for (Dataset.Customer customer : store.dataset().customers()) {
            for (Dataset.Account account : customer.accounts()) {
                Store.update(
                        connection,
                        "INSERT INTO account VALUES (?, ?, ?, ?, ?, ?)",
                        account.ref(),
                        customer.ref(),
                        account.kind(),
                        account.nickname(),
                        account.last4(),
                        account.openingBalanceMinor());
                entries(connection, account, today);
            }
            for (Dataset.Card card : customer.cards()) {
                Timestamp blocked = card.status().equals("BLOCKED")
                        ? Timestamp.from(today.minusDays(30).atStartOfDay(ZoneOffset.UTC).toInstant())
                        : null;
                Store.update(
                        connection,
                        "INSERT INTO card VALUES (?, ?, ?, ?, ?, ?, ?, NULL)",
                        card.ref(),
                        customer.ref(),
                        card.accountRef(),
                        card.kind(),
                        card.network(),
                        card.last4(),
                        blocked);
            }
        }
    }

    private static void entries(Connection connection, Dataset.Account account, LocalDate today) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            int number = 0;
            for (Expansion.Entry entry : Expansion.of(account, today)) {
                insert.setString(1, "tx-" + account.ref().replaceFirst("^acc-", "") + "-" + ++number);
                insert.setString(2, account.ref());
                insert.setTimestamp(3, Timestamp.from(entry.at()));
                insert.setLong(4, entry.amountMinor());
                insert.setString(5, entry.merchant());
                insert.setString(6, entry.category());
                insert.setString(7, entry.kind());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
