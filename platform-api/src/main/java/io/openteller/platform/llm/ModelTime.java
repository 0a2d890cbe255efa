package io.openteller.platform.llm;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One piece of work that may ask models, whoever in it does: until when altogether, and what was asked. */
public final class ModelTime {

    private static final ScopedValue<ModelTime> CURRENT = ScopedValue.newInstance();

    private final Instant until;
    private final @Nullable UUID conversation;
    private final @Nullable String customer;
    private final List<ModelCall> calls = new CopyOnWriteArrayList<>();

    /** @param until no model is waited for after this, however many are asked */
    public ModelTime(Instant until) {
        this(until, null, null);
    }

    /** @param customer whose budget it is; used as a digest alone, and never kept or sent */
    public ModelTime(Instant until, @Nullable UUID conversation, @Nullable String customer) {
        this.until = until;
        this.conversation = conversation;
        this.customer = customer;
    }

    /** Null where the running work belongs to none. */
    public static @Nullable UUID conversation() {
        return CURRENT.isBound() ? CURRENT.get().conversation : null;
    }

    /** Null where nobody is known. */
    public static @Nullable String customer() {
        return CURRENT.isBound() ? CURRENT.get().customer : null;
    }

    public <T extends @Nullable Object, X extends Throwable> T during(ScopedValue.CallableOp<? extends T, X> work)
            throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** What the running work has asked so far, in its order; empty where nothing keeps it. */
    public static List<ModelCall> calls() {
        return CURRENT.isBound() ? List.copyOf(CURRENT.get().calls) : List.of();
    }

    /** The earlier of the two. */
    public static Instant limited(Instant until) {
        return CURRENT.isBound() && CURRENT.get().until.isBefore(until) ? CURRENT.get().until : until;
    }

    public static void note(ModelCall call) {
        if (CURRENT.isBound()) {
            CURRENT.get().calls.add(call);
        }
    }
}
