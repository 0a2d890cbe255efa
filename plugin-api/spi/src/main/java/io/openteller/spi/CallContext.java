package io.openteller.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The circumstances of one call. Any thread that works for the call may use it, until the call is over. */
public interface CallContext {

    /** The bank's short name: lower-case letters, digits and hyphens. */
    String bank();

    /**
     * Names the call, as its idempotency key. A call repeated with the same id must have the effect of one, and give the same
     * result.
     */
    String callId();

    /** Names the customer's message or the console's request that led to this call, for logs on both sides; never empty. */
    String trace();

    /** Nobody waits for the result after this. */
    Instant deadline();

    /**
     * Whether the caller has gone, at the deadline or before. The thread that the call came on is interrupted then, too; this
     * is for the others that work for it.
     */
    boolean cancelled();

    /** A setting of this bank's installation, as the plugin's schema names it; null if it was left out. */
    @Nullable String setting(String name);

    /** The only way to other machines. Ends with the call. */
    Http http();
}
