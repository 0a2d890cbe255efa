package io.openteller.platform.tenancy;

import org.jspecify.annotations.Nullable;

/** The bank that the running thread works for. Bound once where a request or a job enters; cannot be changed after. */
public final class CurrentTenant {

    private static final ScopedValue<Tenant> CURRENT = ScopedValue.newInstance();

    private CurrentTenant() {}

    /** @throws IllegalStateException if no tenant is bound: code that needs one must never run without */
    public static Tenant get() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException("no tenant is bound to this thread");
        }
        return CURRENT.get();
    }

    /** @throws IllegalStateException if this thread already works for another tenant */
    public static <T extends @Nullable Object, X extends Throwable> T call(
            Tenant tenant, ScopedValue.CallableOp<? extends T, X> work) throws X {
        if (CURRENT.isBound() && !CURRENT.get().id().equals(tenant.id())) {
            throw new IllegalStateException("this thread already works for another tenant");
        }
        return ScopedValue.where(CURRENT, tenant).call(work);
    }

    public static void run(Tenant tenant, Runnable work) {
        if (CURRENT.isBound() && !CURRENT.get().id().equals(tenant.id())) {
            throw new IllegalStateException("this thread already works for another tenant");
        }
        ScopedValue.where(CURRENT, tenant).run(work);
    }
}
