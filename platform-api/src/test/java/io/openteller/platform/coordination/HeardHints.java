package io.openteller.platform.coordination;

import io.openteller.platform.tenancy.Tenant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Hints that everybody in this process hears as soon as they are told. */
public final class HeardHints implements Hints {

    private final List<Consumer<Hint>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void publish(Hint hint) {
        listeners.forEach(listener -> listener.accept(hint));
    }

    @Override
    public Listening listen(Tenant tenant, Consumer<Hint> listener) {
        Consumer<Hint> own = hint -> {
            if (hint.tenant().equals(tenant.id())) {
                listener.accept(hint);
            }
        };
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    @Override
    public void workWaits(Tenant tenant, Work work) {}

    @Override
    public Listening onWork(Work work, Consumer<Tenant> listener) {
        return () -> {};
    }
}
