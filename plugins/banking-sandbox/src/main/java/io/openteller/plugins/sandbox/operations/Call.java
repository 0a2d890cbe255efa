package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of an operation, and the books as it may see and change them.
 *
 * @param connection in the transaction that the call is; the caller commits
 * @param now what the bank takes for the time. In the past, the books are read as they were then
 */
public record Call(
        Connection connection,
        String bank,
        String currency,
        String customer,
        String callId,
        JsonNode input,
        Instant now) {

    /** Reads a row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    LocalDate today() {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** An argument that its schema requires. */
    String text(String name) {
        if (!input.path(name).isTextual()) {
            throw new Malformed(name);
        }
        return input.path(name).textValue();
    }

    @Nullable String textOrNull(String name) {
        return input.path(name).textValue();
    }

    long whole(String name, long otherwise) {
        return input.path(name).asLong(otherwise);
    }

    @Nullable LocalDate dayOrNull(String name) {
        String day = textOrNull(name);
        return day == null ? null : Json.day(day, name);
    }

    JsonNode money(long minor) {
        return Json.of("minor", minor, "currency", currency);
    }

    <T> List<T> query(Reader<T> reader, String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    <T> Optional<T> one(Reader<T> reader, String sql, @Nullable Object... arguments) throws SQLException {
        return query(reader, sql, arguments).stream().findFirst();
    }

    long sum(String sql, @Nullable Object... arguments) throws SQLException {
        return one(row -> row.getLong(1), sql, arguments).orElse(0L);
    }

    int update(String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    /** A name that nothing in the books has yet. */
    String reference(String prefix) throws SQLException {
        return prefix + sum("SELECT NEXT VALUE FOR reference_number");
    }

    private PreparedStatement prepared(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            statement.setObject(i + 1, argument instanceof Instant at ? Timestamp.from(at) : argument);
        }
        return statement;
    }
}
