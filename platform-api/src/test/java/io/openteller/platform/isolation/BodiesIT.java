package io.openteller.platform.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.platform.Database;
import io.openteller.platform.TestSettings;
import io.openteller.platform.isolation.ApiFile.Operation;
import io.openteller.platform.isolation.TwinRows.Names;
import io.openteller.platform.isolation.Visits.Answer;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@link RoutesIT} asks for another bank's things by addresses, where most requests end. Here the address, and all of the body but
 * one field, name what the caller's own bank has: each field of each body by turns names what another bank has, and then what
 * nobody has. Both must come to the same. Fields come from the committed description of the API: a new one is tried the day it is
 * written.
 */
class BodiesIT {

    private static final String NAME = "isolation_bodies";
    private static final Names OTHERS = new Names(TwinRows.ID, TwinRows.WORD);
    private static final Names NOBODYS = new Names(UUID.fromString("0c0c0c0c-0c0c-7c0c-8c0c-0c0c0c0c0c0c"), "cnry0000000cx");
    private static final String OWN_WORD = "cnry0000000ax";
    /** Rows as they come, and in such a state that more requests come to what they name. */
    private static final int FIRST = 0;

    private static final int READ = 3;

    private static final Pattern NAMING =
            Pattern.compile("(?i)(id|slug|key|plugin|model|intent|conversation|category|test|procedure|connector)$");

    private static EmbeddedServer platform;
    private static Jdbi superuser;
    private static TwinRows rows;
    private static ApiFile api;
    private static Tenant other;
    private static int banks;

    @BeforeAll
    static void start() throws Exception {
        platform = ApplicationContext.run(EmbeddedServer.class, TestSettings.quiet(Database.scratch(NAME)));
        superuser = Database.asSuperuser(NAME);
        rows = new TwinRows(superuser);
        api = new ApiFile();
        other = platform.getApplicationContext()
                .getBean(Tenants.class)
                .register(new TenantSlug("other"), "The other bank", "GBP");
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {FIRST, READ})
    void what_another_bank_has_is_in_no_body_more_than_what_nobody_has(int variant) throws Exception {
        rows.clear();
        rows.plant(other.id(), variant);
        readable(other, variant);
        Map<String, String> before = rows.digest(other.id());
        assertThat(differences(variant)).isEmpty();
        assertThat(rows.digest(other.id())).as("rows of the other bank").isEqualTo(before);
    }

    /** What the test could find: with the lock open, what stands in a body leads to the other bank's rows. */
    @Test
    void open_policies_are_noticed() throws Exception {
        rows.clear();
        rows.plant(other.id(), READ);
        readable(other, READ);
        superuser.useHandle(sql -> rows.tables().forEach(
                table -> sql.execute("CREATE POLICY opened ON " + table + " USING (true) WITH CHECK (true)")));
        try {
            Map<String, String> before = rows.digest(other.id());
            Map<String, String> differences = differences(READ);
            rows.digest(other.id()).forEach((table, digest) -> {
                if (!digest.equals(before.get(table))) {
                    differences.put("rows of " + table, "changed");
                }
            });

            assertThat(differences).hasSizeGreaterThan(3);
        } finally {
            superuser.useHandle(sql -> rows.tables().forEach(table -> sql.execute("DROP POLICY opened ON " + table)));
        }
    }

    /**
     * Fields that name a thing: with what the bank itself has there, something else comes of the request than with what nobody has. Of
     * those where nothing else does, another bank's name has not been tried in earnest: they are listed, each with the reason.
     */
    @Test
    void what_names_a_thing_leads_to_it_or_is_listed_with_a_reason() throws Exception {
        rows.clear();
        Set<String> all = new TreeSet<>();
        Map<String, String> missed = new TreeMap<>();
        for (Operation operation : api.operations()) {
            List<String> names = names(operation.body(), new ArrayList<>(), "");
            for (int field = 0; field < names.size(); field++) {
                String name = operation + names.get(field);
                if (NAMING.matcher(name).find() && all.add(name)) {
                    String same = sameAnyway(operation, field);
                    if (!same.isEmpty()) {
                        missed.put(name, same);
                    }
                }
            }
        }
        Set<String> listed = NotTried.in("bodies-not-reached").keySet();
        assertThat(listed).isSubsetOf(all);
        missed.keySet().removeAll(listed);
        assertThat(missed).isEmpty();
    }

    /** What comes of both names; empty where they do not come to the same. */
    private static String sameAnyway(Operation operation, int field) throws Exception {
        String same = "";
        for (int variant : List.of(FIRST, READ)) {
            Answer own = asked(operation, field, null, variant);
            if (!own.seen().equals(asked(operation, field, NOBODYS, variant).seen())) {
                return "";
            }
            same = own.seen().substring(0, Math.min(160, own.seen().length()));
        }
        return same;
    }

    /** By route and field. */
    private static Map<String, String> differences(int variant) throws Exception {
        Map<String, String> differences = new LinkedHashMap<>();
        int fields = 0;
        for (Operation operation : api.operations()) {
            int count = names(operation.body(), new ArrayList<>(), "").size();
            fields += count;
            for (int field = 0; field < count; field++) {
                Answer nobodys = asked(operation, field, NOBODYS, variant);
                Answer others = asked(operation, field, OTHERS, variant);
                if (!nobodys.seen().equals(others.seen())) {
                    String name = names(operation.body(), new ArrayList<>(), "").get(field);
                    differences.put(operation + name, nobodys.seen() + " became " + others.seen());
                }
            }
        }
        assertThat(fields).as("fields of bodies").isGreaterThan(150);
        return differences;
    }

    /**
     * By somebody of a new bank, which has one of everything: what one request makes of it is not there for the next.
     *
     * @param given what the field names; null for what the bank itself has
     */
    private static Answer asked(Operation operation, int field, @Nullable Names given, int variant) throws Exception {
        Visits caller = Visits.of(platform, superuser, "caller-%06d".formatted(banks++));
        // The customer's own conversation is what all ids of the bank name, so that the customer is let to it.
        Names own = new Names(caller.conversation(), OWN_WORD);
        Names named = given == null ? own : given;
        rows.plant(caller.bank().id(), variant, own);
        readable(caller.bank(), variant);
        return caller.ask(
                operation,
                own.in(operation.address(false)),
                filled(operation.body(), own, named, field, new int[] {0}),
                text -> text.replace(named.id().toString(), TwinRows.ID.toString()).replace(named.word(), TwinRows.WORD));
    }

    /** What a word says nothing of: whoever reads such a row fails before it comes to the names. */
    private static void readable(Tenant bank, int variant) {
        superuser.useTransaction(sql -> {
            sql.execute("UPDATE staff SET roles = ARRAY['AGENT'] WHERE tenant_id = ? AND name <> 'Ada'", bank.id());
            if (variant == READ) {
                sql.execute(
                        "UPDATE bank_intent SET state = 'NEEDS_PERSON', attention = 'look', settled_at = NULL, found_at = NULL"
                                + " WHERE tenant_id = ?",
                        bank.id());
                sql.execute(
                        "UPDATE conversation SET owner = 'AGENT', agent_name = 'Ada',"
                                + " agent_id = (SELECT id FROM staff WHERE tenant_id = ? AND name = 'Ada' LIMIT 1) WHERE tenant_id = ?",
                        bank.id(),
                        bank.id());
            }
        });
    }

    /** The body with one name of its own. @param at how many names came before */
    private static Object filled(Object body, Names own, Names named, int field, int[] at) {
        return switch (body) {
            case Map<?, ?> object -> {
                Map<String, Object> filled = new LinkedHashMap<>();
                object.forEach((name, value) -> filled.put(String.valueOf(name), filled(value, own, named, field, at)));
                yield filled;
            }
            case List<?> list -> list.stream().map(one -> filled(one, own, named, field, at)).toList();
            case String text when isName(text) -> (at[0]++ == field ? named : own).in(text);
            default -> body;
        };
    }

    /** Where names stand in it, in the order in which they are filled in. */
    private static List<String> names(Object body, List<String> found, String path) {
        switch (body) {
            case Map<?, ?> object -> object.forEach((name, value) -> names(value, found, path + " " + name));
            case List<?> list -> list.forEach(one -> names(one, found, path));
            case String text when isName(text) -> found.add(path);
            default -> {}
        }
        return found;
    }

    private static boolean isName(String text) {
        return text.contains(TwinRows.ID.toString()) || text.contains(TwinRows.WORD);
    }
}
