package io.openteller.platform.identity;

import java.util.Set;
import java.util.UUID;

/** Who the running request acts for. Bound together with the tenant where a request enters. */
public final class CurrentStaff {

    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    private CurrentStaff() {}

    /**
     * @param id of the member of staff, or of the API key
     * @param name fit for records
     */
    public record Actor(UUID id, String name, Set<Permission> permissions) {}

    /** @throws IllegalStateException if the request was let in without anybody: only public routes are */
    public static Actor get() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException("nobody is signed in on this thread");
        }
        return CURRENT.get();
    }

    public static <T extends @org.jspecify.annotations.Nullable Object, X extends Throwable> T call(
            Actor actor, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, actor).call(work);
    }
}
