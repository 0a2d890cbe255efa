package io.openteller.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;

/** A schema as it was at some version, with one bank in it, to be brought to the present. */
public final class OldSchema {

    private final String name = "old_" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID bank = UUID.randomUUID();

    private OldSchema() {}

    /** @param version the last migration that had run; the bank is there then */
    public static OldSchema at(String version) {
        OldSchema schema = new OldSchema();
        schema.migrate(version);
        schema.with(sql ->
                sql.execute("INSERT INTO tenant (id, slug, name, currency) VALUES (?, ?, 'Old', 'GBP')", schema.bank, "old-bank"));
        return schema;
    }

    public void toPresent() {
        migrate("latest");
    }

    /** As the owner and the bank at once. */
    public void with(Consumer<Handle> statements) {
        Database.asOwner().useHandle(sql -> {
            sql.execute("SET search_path TO " + name);
            sql.execute("SET timezone TO 'UTC'");
            sql.execute("SELECT set_config('app.tenant', ?, false)", bank.toString());
            statements.accept(sql);
        });
    }

    /** The first column of each row. */
    public List<String> lines(String query) {
        List<String> found = new ArrayList<>();
        with(sql -> found.addAll(sql.createQuery(query).mapTo(String.class).list()));
        return found;
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(Database.url(), Database.OWNER, "")
                .schemas(name)
                .target(target)
                .placeholders(Map.of("app_role", Database.APPLICATION))
                .load()
                .migrate();
    }
}
