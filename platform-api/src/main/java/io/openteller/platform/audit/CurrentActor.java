package io.openteller.platform.audit;

import org.jspecify.annotations.Nullable;

/** Whom the running thread's deeds are recorded for. Bound where a request enters; unbound means the system itself. */
public final class CurrentActor {

    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    private CurrentActor() {}

    public static Actor get() {
        return CURRENT.isBound() ? CURRENT.get() : Actor.SYSTEM;
    }

    public static <T extends @Nullable Object, X extends Throwable> T call(
            Actor actor, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, actor).call(work);
    }
}
