package io.openteller.plugins.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.plugins.sandbox.operations.Json;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A table that only grows, copied row by row into a file of JSON lines, for others to read while the store is in use. The table
 * is the truth: after a stop in between, rows that the file lacks are added when the store is opened again, none twice. Used
 * by one thread at a time.
 */
final class Journal {

    private static final long UNREAD = -1;

    private final File file;
    private final String table;
    private final Line line;
    private long last = UNREAD;

    /** Writes a row as an object; its {@code seq} is the table's. */
    interface Line {
        ObjectNode of(ResultSet row) throws SQLException;
    }

    Journal(Path file, String table, Line line) {
        this.file = file.toFile();
        this.table = table;
        this.line = line;
    }

    /** Rows for the file. @param last the number of the newest */
    record Lines(String text, long last) {}

    /** What the transaction sees and the file lacks. */
    Lines lacking(Connection connection) throws SQLException {
        if (last == UNREAD) {
            last = lastWritten();
        }
        List<ObjectNode> rows =
                Store.query(connection, line::of, "SELECT * FROM " + table + " WHERE seq > ? ORDER BY seq", last);
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(Json.text(row)).append('\n'));
        return new Lines(lines.toString(), rows.isEmpty() ? last : rows.getLast().path("seq").longValue());
    }

    /** After the commit. Streams, not channels: a caller that is interrupted here still leaves its line. */
    void add(Lines lines) {
        if (lines.text().isEmpty()) {
            return;
        }
        try (OutputStream out = new FileOutputStream(file, true)) {
            out.write(lines.text().getBytes(StandardCharsets.UTF_8));
            last = lines.last();
        } catch (IOException unwritable) {
            // What is missing is added next time.
            last = UNREAD;
        }
    }

    /** Cuts off a line that a stop broke. */
    private long lastWritten() {
        if (!file.exists()) {
            return 0;
        }
        try {
            String text = read();
            int end = text.lastIndexOf('\n') + 1;
            if (end < text.length()) {
                try (OutputStream out = new FileOutputStream(file)) {
                    out.write(text.substring(0, end).getBytes(StandardCharsets.UTF_8));
                }
            }
            return end == 0
                    ? 0
                    : Json.read(text.substring(text.lastIndexOf('\n', end - 2) + 1, end)).path("seq").longValue();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String read() throws IOException {
        try (InputStream in = new FileInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
