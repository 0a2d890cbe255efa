package io.openteller.platform.plugin.internal.banks;

import io.micronaut.context.BeanContext;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import java.util.Optional;
import java.util.UUID;

/** The second person, for tests of what comes after. */
public final class Colleague {

    private Colleague() {}

    /** Approves and tries what is pending for this plugin. */
    public static void approves(BeanContext platform, Tenant bank, String plugin) {
        Actor colleague = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "A colleague");
        CurrentTenant.run(bank, () -> CurrentActor.call(colleague, () -> {
            Approval pending = Optional.ofNullable(
                            platform.getBean(BankPlugins.class).get(plugin).pending())
                    .orElseThrow();
            platform.getBean(SecondPerson.class).approve(pending.id(), colleague);
            return platform.getBean(BankPlugins.class).check(plugin, null);
        }));
    }
}
