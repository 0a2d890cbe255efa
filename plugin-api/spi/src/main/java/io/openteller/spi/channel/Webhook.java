package io.openteller.spi.channel;

import io.openteller.spi.Experimental;
import org.jspecify.annotations.Nullable;

/** One delivery by a provider, as it came. */
@Experimental(settles = "2027-06-30")
public interface Webhook {

    /** GET or POST. */
    String method();

    /** Path and query behind the platform's own address. */
    String target();

    /** First value, by the name in any case; null if it was not sent. */
    @Nullable String header(String name);

    /** At most 1 MB; empty for GET. */
    byte[] body();
}
