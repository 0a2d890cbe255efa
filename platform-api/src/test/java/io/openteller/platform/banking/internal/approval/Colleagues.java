package io.openteller.platform.banking.internal.approval;

import io.micronaut.context.BeanContext;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import java.util.List;
import java.util.UUID;

/** The people of a bank who agree to operations or do not, for tests of what comes after. */
public final class Colleagues {

    private Colleagues() {}

    public static Actor person(String name) {
        return new Actor(Actor.Kind.STAFF, UUID.randomUUID(), name);
    }

    /** Ids of what waits. */
    public static List<UUID> waiting(BeanContext platform, Tenant bank) {
        return CurrentTenant.call(bank, () -> platform.getBean(Approvals.class).list(true).stream()
                .map(Approval::id)
                .toList());
    }

    /** @return the state that it has then */
    public static String decides(BeanContext platform, Tenant bank, Actor by, UUID approval, boolean agreed) {
        return CurrentTenant.call(bank, () -> CurrentActor.call(by, () -> platform.getBean(Approvals.class)
                .decide(approval, agreed, agreed ? "" : "it looks odd", by)
                .state()
                .name()));
    }

    public static void timePasses(BeanContext platform, Tenant bank) {
        CurrentTenant.run(bank, () -> platform.getBean(Approvals.class).expire());
    }
}
