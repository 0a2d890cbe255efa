package io.openteller.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the database as the application's own role: what row-level security hides, it does not see either. */
record BankRows(String url, String user, String password) {

    /** The first column of what the query finds for that bank; ids are given as text and cast in the query. */
    List<String> column(String bank, String query, Object... values) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.setAutoCommit(false);
            String tenant = first(connection, "SELECT id::text FROM tenant WHERE slug = ?", bank);
            first(connection, "SELECT set_config('app.tenant', ?, true)", tenant);
            return read(connection, query, values);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    long count(String bank, String query, Object... values) {
        return Long.parseLong(column(bank, query, values).getFirst());
    }

    private static String first(Connection connection, String query, String value) throws SQLException {
        return read(connection, query, value).getFirst();
    }

    private static List<String> read(Connection connection, String query, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(String.valueOf(rows.getString(1)));
                }
            }
            return found;
        }
    }
}
