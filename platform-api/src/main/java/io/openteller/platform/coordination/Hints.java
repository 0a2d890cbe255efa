package io.openteller.platform.coordination;

import io.openteller.platform.tenancy.Tenant;
import java.util.function.Consumer;

/** "Look again": tells listeners that something changed, never what. */
public interface Hints {

    /** Tells every replica. Returns at once, whether or not Redis can be reached. */
    void publish(Hint hint);

    /** Calls {@code listener} for each hint of a bank until closed. Must return quickly. */
    Listening listen(Tenant tenant, Consumer<Hint> listener);

    /** Tells this process that a bank has work of this kind waiting. */
    void workWaits(Tenant tenant, Work work);

    /** Calls {@code listener} whenever a bank has work of this kind waiting here, until closed. Must return quickly. */
    Listening onWork(Work work, Consumer<Tenant> listener);

    /** A listener that can be taken off again. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
