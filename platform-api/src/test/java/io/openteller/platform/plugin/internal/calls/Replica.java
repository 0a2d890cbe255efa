package io.openteller.platform.plugin.internal.calls;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.Database;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Role;
import io.openteller.platform.identity.Staff;
import io.openteller.platform.identity.StaffMember;
import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Plugins;
import io.openteller.platform.plugin.internal.calls.SetShelf.Code;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import io.openteller.spi.CallContext;
import io.openteller.spi.Capability;
import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.AccountReader;
import io.openteller.spi.banking.AccountReader.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** One platform with plugins that a test sets there. Two of them are two replicas: they share the database and no more. */
public final class Replica implements AutoCloseable {

    private final ApplicationContext platform;

    private Replica(ApplicationContext platform) {
        this.platform = platform;
    }

    public static Replica start(Path data, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "test.set-shelf", "yes",
                "test.turned-clock", "yes",
                "openteller.plugins.loop", "false",
                "openteller.turn.loop", "false",
                "openteller.relay.loop", "false",
                "openteller.sources.loop", "false",
                "openteller.data", data.toString(),
                "openteller.plugins.folder", data.resolve("plugins").toString(),
                "datasources.default.url", Database.url(),
                "openteller.migration.url", Database.url()));
        settings.putAll(more);
        return new Replica(ApplicationContext.run(settings));
    }

    public <T> T bean(Class<T> type) {
        return platform.getBean(type);
    }

    public Tenant bank() {
        String slug = "b" + UUID.randomUUID().toString().substring(0, 12);
        return bean(Tenants.class).register(new TenantSlug(slug), slug, "GBP");
    }

    /** Somebody who may change plugins. */
    public Actor administrator(Tenant bank, String name) {
        StaffMember member = CurrentTenant.call(bank, () -> bean(Staff.class)
                .put(name + "@" + bank.slug().value() + ".example", name, EnumSet.of(Role.ADMIN)));
        return new Actor(Actor.Kind.STAFF, member.id(), member.name());
    }

    public <T> T as(Tenant bank, Actor actor, Supplier<T> work) {
        return CurrentTenant.call(bank, () -> CurrentActor.call(actor, work::get));
    }

    /** The code of a plugin that reads accounts. */
    public static Code reading(
            BiFunction<CallContext, String, Outcome<List<Account>>> accounts,
            Function<CallContext, OpentellerPlugin.Health> check) {
        OpentellerPlugin about = new OpentellerPlugin() {
            @Override
            public String name() {
                return "Reader";
            }

            @Override
            public String settingsSchema() {
                return "{}";
            }

            @Override
            public List<Capability> capabilities() {
                return List.of();
            }

            @Override
            public Health check(CallContext context) {
                return check.apply(context);
            }
        };
        AccountReader reader = accounts::apply;
        return new Code(about, List.of(reader));
    }

    public CallOutcome<List<Account>> accounts(Tenant bank, String plugin, Duration within) {
        return CurrentTenant.call(bank, () -> bean(Plugins.class)
                .call(plugin, AccountReader.class, UUID.randomUUID().toString(), within, (reader, context) ->
                        reader.accounts(context, "c-1")));
    }

    @Override
    public void close() {
        platform.close();
    }
}
