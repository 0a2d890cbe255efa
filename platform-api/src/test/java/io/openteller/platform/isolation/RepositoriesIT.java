package io.openteller.platform.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.Database;
import io.openteller.platform.TestSettings;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every method with SQL in it, found in the compiled classes, is called as one bank with the ids of another. A method is
 * covered the day it is written; one that cannot be called stands in a list with the reason.
 */
class RepositoriesIT {

    private static final String NAME = "isolation_methods";
    private static ApplicationContext platform;
    private static Jdbi superuser;
    private static TwinRows rows;
    private static Worlds worlds;
    private static Map<String, String> notTried;
    private static Map<String, String> without;

    @BeforeAll
    static void two_banks_on_a_database_of_their_own() throws Exception {
        platform = ApplicationContext.run(TestSettings.quiet(Database.scratch(NAME)));
        superuser = Database.asSuperuser(NAME);
        rows = new TwinRows(superuser);
        notTried = NotTried.in("methods-not-tried");
        without = NotTried.in("methods-without-rows");
        Tenants tenants = platform.getBean(Tenants.class);
        Tenant caller = tenants.register(new TenantSlug("caller"), "The caller", "GBP");
        Tenant other = tenants.register(new TenantSlug("other"), "The other bank", "GBP");
        worlds = new Worlds(platform, rows, caller, other, notTried.keySet());
        worlds.learn();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void every_method_is_tried_or_listed_with_a_reason() {
        Set<String> all = new TreeSet<>(Repositories.methods().stream().map(Repositories.Entry::name).toList());
        assertThat(all).as("methods found").hasSizeGreaterThan(300);
        assertThat(worlds.impossible()).as("cannot be called, and is not listed").isEmpty();
        assertThat(all).as("listed, but gone").containsAll(notTried.keySet()).containsAll(without.keySet());
        assertThat(worlds.idle()).as("comes to no table, and is listed so").isEqualTo(without.keySet());
    }

    @Test
    void the_guesses_lead_to_rows() {
        assertThat(worlds.reaching().size())
                .as("methods by which a bank notices rows of its own; not noticed by: %s", unnoticed())
                .isGreaterThan(worlds.names().size() * 3 / 4);
    }

    @Test
    void nothing_tells_a_bank_that_another_one_has_rows() {
        assertThat(worlds.leaks(worlds.names())).isEmpty();
    }

    @Test
    void nothing_tells_anything_to_a_thread_without_a_bank() {
        List<String> leaks = new ArrayList<>();
        for (int variant = 0; variant < TwinRows.VARIANTS; variant++) {
            leaks.addAll(worlds.leaksToNobody(variant));
        }
        assertThat(leaks).isEmpty();
    }

    /** Each policy is opened in turn, and the methods that come to its table must then give themselves away. */
    @Test
    void a_single_open_policy_is_noticed() throws Exception {
        Map<String, String> locked = NotTried.in("tables-with-two-locks");
        Map<String, String> noticed = new TreeMap<>();
        for (int variant = 0; variant < TwinRows.VARIANTS; variant++) {
            for (boolean withOwn : new boolean[] {false, true}) {
                worlds.plant(variant, withOwn);
                for (String table : rows.tables()) {
                    if (!noticed.containsKey(table)) {
                        int now = variant;
                        opened(table, () -> worlds.compared(worlds.touching(table), now, withOwn).values().stream()
                                .findFirst()
                                .ifPresent(leak -> noticed.put(table, leak)));
                    }
                }
            }
        }
        rows.clear();
        Set<String> unnoticed = new TreeSet<>(rows.tables());
        unnoticed.removeAll(noticed.keySet());
        assertThat(unnoticed).as("tables whose policy can be opened without a method that tells").isEqualTo(locked.keySet());
    }

    private static void opened(String table, Runnable work) {
        superuser.useHandle(sql -> sql.execute("CREATE POLICY opened ON " + table + " USING (true) WITH CHECK (true)"));
        try {
            work.run();
        } finally {
            superuser.useHandle(sql -> sql.execute("DROP POLICY opened ON " + table));
        }
    }

    private static Set<String> unnoticed() {
        Set<String> names = new TreeSet<>(worlds.names());
        names.removeAll(worlds.reaching());
        return names;
    }
}
