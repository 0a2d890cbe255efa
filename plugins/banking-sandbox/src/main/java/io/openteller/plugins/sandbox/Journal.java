package io.openteller.plugins.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.plugins.sandbox.operations.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    private final Path file;
    private final String table;
    private final Line line;
    private long last = UNREAD;

    /** Writes a row as an object; its {@code seq} is the table's. */
    interface Line {
        ObjectNode of(ResultSet row) throws SQLException;
    }

    Journal(Path file, String table, Line line) {
        this.file = file;
        this.table = table;
        this.line = line;
    }

    /** Adds the rows that are committed and not in the file yet. */
    void catchUp(Connection connection) throws SQLException {
        try {
            if (last == UNREAD) {
                last = lastWritten();
            }
            List<ObjectNode> rows = Store.query(
                    connection, line::of, "SELECT * FROM " + table + " WHERE seq > ? ORDER BY seq", last);
            StringBuilder lines = new StringBuilder();
            rows.forEach(row -> lines.append(Json.text(row)).append('\n'));
            if (!rows.isEmpty()) {
                Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                last = rows.getLast().path("seq").longValue();
            }
        } catch (IOException unwritable) {
            // What is missing is added next time.
            last = UNREAD;
        }
    }

    /** Cuts off a line that a stop broke. */
    private long lastWritten() throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        String text = Files.readString(file);
        int end = text.lastIndexOf('\n') + 1;
        if (end < text.length()) {
            Files.write(file, text.substring(0, end).getBytes(StandardCharsets.UTF_8));
        }
        if (end == 0) {
            return 0;
        }
        int begin = text.lastIndexOf('\n', end - 2) + 1;
        return Json.read(text.substring(begin, end)).path("seq").longValue();
    }
}
