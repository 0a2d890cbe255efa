package io.openteller.platform.banking.internal.intent;

import io.micronaut.context.BeanContext;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.banking.internal.approval.Colleagues;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.util.List;

/** People of a bank who look into calls that are not settled. */
public record Finders(BeanContext platform, Tenant bank, Actor who) {

    public static Finders named(BeanContext platform, Tenant bank, String name) {
        return new Finders(platform, bank, Colleagues.person(name));
    }

    public void asks(String callId) {
        does(() -> findings().ask(callId, who));
    }

    public void finds(String callId, boolean notDone, String reason) {
        does(() -> findings().found(callId, notDone, reason, who));
    }

    public void decides(String callId, boolean agreed, String reason) {
        does(() -> findings().decide(callId, agreed, reason, who));
    }

    /** What was tried, as it is shown, the oldest first. */
    public List<String> history(String callId) {
        return CurrentTenant.call(bank, () -> Tenancies.database().inTransaction(sql -> platform.getBean(AttemptSql.class)
                .of(sql, callId)
                .stream()
                .map(one -> one.what() + " " + one.came() + (one.by() == null ? "" : " by " + one.by()))
                .toList()));
    }

    private Findings findings() {
        return platform.getBean(Findings.class);
    }

    private void does(Runnable work) {
        CurrentTenant.run(bank, () -> CurrentActor.call(who, () -> {
            work.run();
            return true;
        }));
    }
}
