package io.openteller.platform.isolation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One row in every table of a bank, made from the catalogue of the database: a new table has its row the day it is
 * written. All ids of all rows are the same one and all words the same one, so that whoever knows id and word can ask
 * for any of them, and every join finds its partner.
 */
public final class TwinRows {

    public static final UUID ID = UUID.fromString("0b0b0b0b-0b0b-7b0b-8b0b-0b0b0b0b0b0b");
    public static final String WORD = "cnry0000000bx";

    /** How many different rows there are: the states that a row can be in take turns. */
    public static final int VARIANTS = 4;

    private static final Pattern CHOICE = Pattern.compile("(?:^|[ ,])'?([^', ]+)'?(?=::|,|$)");
    private static final Pattern ENUMERATION =
            Pattern.compile("CHECK \\(\\((\\w+) = ANY \\(ARRAY\\[(.*)]\\)\\)\\)", Pattern.DOTALL);

    private static final String COLUMNS = """
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND a.attgenerated = '' AND EXISTS (
                SELECT FROM pg_attribute t WHERE t.attrelid = c.oid AND t.attname = 'tenant_id' AND NOT t.attisdropped)
            ORDER BY c.relname, a.attnum
            """;
    private static final String CHECKS = """
            SELECT conrelid::regclass::text AS relname, conname, pg_get_constraintdef(oid) AS definition
            FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND conrelid <> 0
            """;

    private final Jdbi superuser;
    private final Map<String, List<Column>> tables = new TreeMap<>();

    private record Column(String name, String type, boolean required, List<String> choices) {}

    /** From here on the database takes words and numbers where rules of the tables would have others. */
    public TwinRows(Jdbi superuser) {
        this.superuser = superuser;
        superuser.useHandle(sql -> {
            Map<String, List<String>> choices = choices(sql);
            sql.createQuery(COLUMNS)
                    .map((row, context) -> tables.computeIfAbsent(row.getString("relname"), name -> new ArrayList<>())
                            .add(new Column(
                                    row.getString("attname"),
                                    row.getString("type"),
                                    row.getBoolean("attnotnull"),
                                    choices.getOrDefault(
                                            row.getString("relname") + "." + row.getString("attname"), List.of()))))
                    .list();
        });
    }

    public Set<String> tables() {
        return tables.keySet();
    }

    private static Map<String, List<String>> choices(Handle sql) {
        Map<String, List<String>> choices = new TreeMap<>();
        for (Map<String, Object> check : sql.createQuery(CHECKS).mapToMap().list()) {
            var enumeration = ENUMERATION.matcher(String.valueOf(check.get("definition")));
            if (enumeration.matches()) {
                choices.put(
                        check.get("relname") + "." + enumeration.group(1),
                        CHOICE.matcher(enumeration.group(2)).results().map(found -> found.group(1)).toList());
            } else {
                sql.execute("ALTER TABLE " + check.get("relname") + " DROP CONSTRAINT " + check.get("conname"));
            }
        }
        return choices;
    }

    /** By what rows are known: every id is the one, every word the other. */
    public record Names(UUID id, String word) {

        /** The same text about other rows. */
        String in(String text) {
            return text.replace(ID.toString(), id.toString())
                    .replace(HexFormat.of().formatHex(hash(WORD)), HexFormat.of().formatHex(hash(word)))
                    .replace(WORD, word);
        }
    }

    /** As {@link #plant(UUID, int)}, with other names, beside what is there already. */
    public void plant(UUID tenant, int variant, Names names) {
        superuser.useTransaction(sql -> {
            sql.execute("SET LOCAL session_replication_role = replica");
            tables.keySet()
                    .forEach(table -> sql.execute(names.in(insertion(table, tenant, variant)) + " ON CONFLICT DO NOTHING"));
        });
    }

    /** Puts one row of each kind into every table. */
    public void plant(UUID tenant, int variant) {
        superuser.useTransaction(sql -> {
            // Rows come in the order of the alphabet, not of their references.
            sql.execute("SET LOCAL session_replication_role = replica");
            tables.keySet().forEach(table -> sql.execute(insertion(table, tenant, variant)));
        });
    }

    /** The same in one table. */
    public void plant(String table, UUID tenant) {
        superuser.useTransaction(sql -> {
            sql.execute("SET LOCAL session_replication_role = replica");
            sql.execute(insertion(table, tenant, 1));
        });
    }

    String insertion(String table, UUID tenant, int variant) {
        List<Column> given = tables.get(table).stream()
                .filter(column -> column.required() || filled(column, variant))
                .toList();
        return "INSERT INTO " + table + " (" + given.stream().map(Column::name).collect(Collectors.joining(", "))
                + ") VALUES ("
                + given.stream().map(column -> value(column, tenant, variant)).collect(Collectors.joining(", ")) + ")";
    }

    /** Takes all rows of all banks away. */
    public void clear() {
        superuser.useTransaction(sql -> {
            sql.execute("SET LOCAL session_replication_role = replica");
            tables.keySet().forEach(table -> sql.execute("DELETE FROM " + table));
        });
    }

    /** What is stored of a bank, so that any change of it shows: per table. */
    public Map<String, String> digest(UUID tenant) {
        String all = tables.keySet().stream()
                .map(table -> "SELECT '" + table + "' AS name, coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '')"
                        + " AS digest FROM " + table + " t WHERE t.tenant_id = :tenant")
                .collect(Collectors.joining(" UNION ALL "));
        return superuser.withHandle(sql -> sql.createQuery(all).bind("tenant", tenant).mapToMap().list().stream()
                .collect(Collectors.toMap(
                        row -> String.valueOf(row.get("name")),
                        row -> String.valueOf(row.get("digest")),
                        (one, other) -> one,
                        TreeMap::new)));
    }

    private static boolean filled(Column column, int variant) {
        return column.type().startsWith("timestamp") ? variant % 3 != 0 : variant % 2 == 1;
    }

    private static String value(Column column, UUID tenant, int variant) {
        if (column.name().equals("tenant_id")) {
            return "'" + tenant + "'";
        }
        if (!column.choices().isEmpty()) {
            return "'" + column.choices().get(variant % column.choices().size()) + "'";
        }
        String type = column.type();
        if (type.startsWith("timestamp")) {
            boolean future = variant % 2 == 0 == column.name().matches(".*(expires|deadline|until).*");
            return "clock_timestamp() " + (future ? "+" : "-") + " interval '50 minutes'";
        }
        return switch (type.replaceAll("\\(.*", "")) {
            case "uuid" -> "'" + ID + "'";
            case "uuid[]" -> "ARRAY['" + ID + "'::uuid]";
            case "text" -> "'" + WORD + "'";
            case "character", "character varying" -> "'GBP'";
            case "text[]" -> "ARRAY['" + WORD + "']";
            case "bigint", "integer", "smallint", "numeric", "real", "double precision" -> "1";
            case "boolean" -> String.valueOf(variant % 2 == 0);
            case "date" -> "current_date";
            case "jsonb", "json" -> "'{\"word\": \"" + WORD + "\"}'";
            case "bytea" -> "'\\x" + HexFormat.of().formatHex(hash(WORD)) + "'";
            case "real[]", "double precision[]", "integer[]", "bigint[]" -> "'{1}'";
            default -> throw new IllegalStateException(
                    "no value for columns of type " + type + ", such as " + column.name() + ": say here which");
        };
    }

    /** As secrets are kept: whoever presents the word would be let in. */
    static byte[] hash(String word) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
