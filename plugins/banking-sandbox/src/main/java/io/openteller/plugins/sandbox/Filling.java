package io.openteller.plugins.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * Makes the tables and fills them, all of it or nothing. A customer who has no accounts in the store yet gets them, and one who
 * has accounts from an earlier version gets what that version did not know.
 */
final class Filling {

    private final Store store;

    Filling(Store store) {
        this.store = store;
    }

    void fillIfNew(Clock clock) {
        store.inTransaction(connection -> {
            for (String statement : schema().split(";\\s*\\n")) {
                Store.update(connection, statement);
            }
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            for (Dataset.Customer customer : store.dataset().customers()) {
                if (missing(connection, "account", customer)) {
                    fill(connection, customer, today);
                }
                if (missing(connection, "person", customer)) {
                    new Situations(connection, store.currency(), customer, now).fill();
                }
            }
            if (Store.query(connection, row -> true, "SELECT 1 FROM filled").isEmpty()) {
                Store.update(connection, "INSERT INTO filled VALUES (?)", now);
            }
            return true;
        });
    }

    private static String schema() {
        try (InputStream file = Objects.requireNonNull(Filling.class.getResourceAsStream("schema.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean missing(Connection connection, String table, Dataset.Customer customer) throws SQLException {
        return Store.query(connection, row -> true, "SELECT 1 FROM " + table + " WHERE customer = ? LIMIT 1", customer.ref())
                .isEmpty();
    }

    private static void fill(Connection connection, Dataset.Customer customer, LocalDate today) throws SQLException {
        for (Dataset.Account account : customer.accounts()) {
            Store.update(
                    connection,
                    "INSERT INTO account (ref, customer, kind, nickname, last4, opening) VALUES (?, ?, ?, ?, ?, ?)",
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
                    "INSERT INTO card (ref, customer, account, kind, network, last4, blocked_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    card.ref(),
                    customer.ref(),
                    card.accountRef(),
                    card.kind(),
                    card.network(),
                    card.last4(),
                    blocked);
        }
    }

    private static void entries(Connection connection, Dataset.Account account, LocalDate today) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO entry (ref, account, at, amount, merchant, category, kind) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
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
