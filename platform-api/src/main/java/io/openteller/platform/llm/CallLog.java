package io.openteller.platform.llm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Every call to a model that some work led to, whoever made it. */
public final class CallLog {

    private static final ScopedValue<CallLog> CURRENT = ScopedValue.newInstance();

    private final List<ModelCall> calls = new CopyOnWriteArrayList<>();

    /** Does the work, and keeps what it asked of models. */
    public <T extends @Nullable Object, X extends Throwable> T during(ScopedValue.CallableOp<? extends T, X> work)
            throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** In their order. */
    public List<ModelCall> calls() {
        return List.copyOf(calls);
    }

    /** For the door itself. */
    public static void note(ModelCall call) {
        if (CURRENT.isBound()) {
            CURRENT.get().calls.add(call);
        }
    }
}
