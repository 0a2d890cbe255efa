package io.openteller.bench.banks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.bench.banks.Mould.Shape;
import io.openteller.bench.banks.Rows.Table;
import io.openteller.bench.processes.Database;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.vault.Vault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A bank that others are made from.
 *
 * @param word that its rows and settings have
 * @param rows by table, in an order in which they can be stored; without the audit chain
 * @param secrets that its vault has sealed: they open for this bank alone
 */
record Original(
        SandboxBank bank, Tenant tenant, String word, Mould mould, Shape registered, Map<Table, Shape> rows, Chain chain, List<Secret> secrets) {

    static final Table REGISTRY = new Table("tenant", "id, slug, name, currency, created_at, locale");
    private static final JsonMapper JSON = new JsonMapper();

    /** @param sealed as it stands in a row */
    record Secret(String sealed, String purpose, String opened) {}

    static Original read(Database database, SandboxBank bank, Tenant tenant, String word, Vault vault) {
        try (Database.Of rows = database.of(bank.id())) {
            List<Secret> secrets = CurrentTenant.call(tenant, () -> secrets(rows, bank.id(), vault));
            List<String> words = new ArrayList<>(own(bank, tenant.name(), word).values());
            secrets.forEach(secret -> words.add(secret.sealed()));
            Mould mould = new Mould(bank.slug(), words);
            Map<Table, Shape> shapes = new LinkedHashMap<>();
            for (Table table : Rows.tables(rows)) {
                if (!table.name().equals(Chain.TABLE)) {
                    shapes.put(table, Rows.read(rows.connection(), table, bank.id(), mould));
                }
            }
            Shape registered = mould.of(Rows.read(
                    rows.connection(),
                    "SELECT " + REGISTRY.columns() + " FROM " + REGISTRY.name() + " WHERE id = '" + bank.id() + "'"));
            return new Original(bank, tenant, word, mould, registered, shapes, Chain.read(rows, bank.id(), mould), secrets);
        }
    }

    private static List<Secret> secrets(Database.Of rows, UUID bank, Vault vault) {
        List<Secret> secrets = new ArrayList<>();
        String those = "SELECT plugin_id, sealed::text FROM %s WHERE tenant_id = '" + bank + "'";
        String all = those.formatted("plugin_installation") + " UNION ALL " + those.formatted("plugin_approval");
        rows.all(all, row -> {
            String plugin = row.getString(1);
            try {
                JSON.readTree(row.getString(2)).properties().forEach(one -> {
                    String purpose = "plugin/" + plugin + "/" + one.getKey();
                    String sealed = one.getValue().asText();
                    secrets.add(new Secret(sealed, purpose, vault.open(sealed, purpose)));
                });
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
            return plugin;
        });
        return secrets;
    }

    /** What stands in a bank's rows and is known of it, by what it is. */
    private static Map<String, String> own(SandboxBank bank, String name, String word) {
        Map<String, String> own = new HashMap<>();
        own.put("name", name);
        own.put("word", word);
        own.put("x", bank.siteKeys().getX().toString());
        own.put("y", bank.siteKeys().getY().toString());
        own.put("cookie", Hashes.hex(bank.staffCookie().substring(bank.slug().length() + 1)));
        own.put("key", Hashes.hex(bank.apiKey()));
        return own;
    }

    /** What stands in that bank's rows in place of what is this one's own. */
    Own of(SandboxBank other, String otherName, String otherWord, Vault vault) {
        Map<String, String> words = new HashMap<>();
        words.put(bank.id().toString(), other.id().toString());
        words.put(bank.slug(), other.slug());
        Map<String, String> there = own(other, otherName, otherWord);
        own(bank, tenant.name(), word).forEach((what, word) -> words.put(word, there.get(what)));
        // What is like an id in a secret is somebody else's, such as the gateway's.
        Map<String, String> known = Map.copyOf(words);
        Tenant as = new Tenant(other.id(), new TenantSlug(other.slug()), otherName, tenant.currency(), tenant.locale());
        CurrentTenant.run(as, () -> secrets.forEach(secret -> words.put(secret.sealed(), vault.seal(mould.of(secret.opened()).filled(part -> known.getOrDefault(part, part)), secret.purpose()))));
        words.replaceAll((word, value) -> Rows.escaped(value));
        return new Own(other.id(), words);
    }

    boolean has(Table table) {
        return !Objects.requireNonNull(rows.get(table)).holes().isEmpty();
    }
}
