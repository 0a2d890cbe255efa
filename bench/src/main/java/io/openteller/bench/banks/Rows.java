package io.openteller.bench.banks;

import io.openteller.bench.banks.Mould.Shape;
import io.openteller.bench.processes.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** All rows of a bank as PostgreSQL writes them into a text, table by table. */
final class Rows {

    /** A table whose rows belong to banks. @param columns as they are named in a statement */
    record Table(String name, String columns) {}

    private Rows() {}

    /** In an order in which rows find those that they refer to; the registry of banks, which comes first, is not among them. */
    static List<Table> tables(Database.Of rows) {
        Map<String, String> columns = new LinkedHashMap<>();
        rows.all("""
                SELECT c.relname, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_class c
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                    AND EXISTS (SELECT FROM pg_attribute t WHERE t.attrelid = c.oid AND t.attname = 'tenant_id' AND NOT t.attisdropped)
                GROUP BY c.relname ORDER BY c.relname""", row -> columns.put(row.getString(1), row.getString(2)));
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        rows.all("SELECT DISTINCT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint"
                + " WHERE contype = 'f' AND conrelid <> confrelid", row -> {
            String other = row.getString(2);
            return columns.containsKey(other)
                    && needs.computeIfAbsent(row.getString(1), table -> new HashSet<>()).add(other);
        });
        Map<String, Table> ordered = new LinkedHashMap<>();
        while (ordered.size() < columns.size()) {
            int before = ordered.size();
            columns.forEach((table, names) -> {
                if (ordered.keySet().containsAll(needs.getOrDefault(table, Set.of()))) {
                    ordered.put(table, new Table(table, names));
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("these refer to each other in a circle, among others: " + columns.keySet());
            }
        }
        return List.copyOf(ordered.values());
    }

    /** What the connection sees of a table, one line a row. */
    static String read(Connection connection, String query) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (" + query + ") TO STDOUT", text);
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    static Shape read(Connection connection, Table table, UUID bank, Mould mould) {
        return mould.of(read(
                connection, "SELECT " + table.columns() + " FROM " + table.name() + " WHERE tenant_id = '" + bank + "'"));
    }

    /** Adds rows that are given in pieces, each some whole lines. */
    static void write(Connection connection, Table table, Iterable<String> pieces) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table.name() + " (" + table.columns() + ") FROM STDIN");
        try {
            for (String piece : pieces) {
                byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** As a value stands in such a line. */
    static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }
}
