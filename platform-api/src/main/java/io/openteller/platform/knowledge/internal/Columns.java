package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.AppliesTo;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads columns that several tables of this room have. */
final class Columns {

    private Columns() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(nullableInstant(row, column), column);
    }

    static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) array(row, column).getArray());
    }

    static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return List.of((UUID[]) array(row, column).getArray());
    }

    static AppliesTo appliesTo(ResultSet row) throws SQLException {
        return new AppliesTo(
                set(row, "products"), set(row, "segments"), set(row, "jurisdictions"));
    }

    private static Set<String> set(ResultSet row, String column) throws SQLException {
        return new TreeSet<>(texts(row, column));
    }

    private static Array array(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getArray(column), column);
    }
}
