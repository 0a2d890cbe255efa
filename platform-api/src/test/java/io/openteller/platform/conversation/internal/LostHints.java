package io.openteller.platform.conversation.internal;

import io.openteller.platform.coordination.Hint;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.tenancy.Tenant;
import java.util.function.Consumer;

/** Hints that nobody hears: they may be lost at any time, so nothing may depend on them. */
final class LostHints implements Hints {

    @Override
    public void publish(Hint hint) {}

    @Override
    public Listening listen(Tenant tenant, Consumer<Hint> listener) {
        return () -> {};
    }

    @Override
    public void workWaits(Tenant tenant, Work work) {}

    @Override
    public Listening onWork(Work work, Consumer<Tenant> listener) {
        return () -> {};
    }
}
