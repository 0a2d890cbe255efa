package io.openteller.platform.workflow.internal.runs;

import io.openteller.platform.banking.CallListener;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.UUID;

/** A colleague decided, or it is known what became of a call: the run that waits for it is looked at now. */
@Singleton
class Woken implements CallListener {

    private final TenantDatabase database;
    private final Hints hints;

    Woken(TenantDatabase database, Hints hints) {
        this.database = database;
        this.hints = hints;
    }

    @Override
    public void moved(UUID conversation, String callId) {
        Tenant tenant = CurrentTenant.get();
        database.inTransaction(sql -> RunSql.lookNow(sql, conversation, callId));
        database.afterCommit(() -> hints.workWaits(tenant, Work.RUNS));
    }
}
