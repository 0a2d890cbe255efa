package io.openteller.spi;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What a server answers. */
public interface HttpAnswer extends AutoCloseable {

    int status();

    /** The first value of a header, by its name in any case; null if it was not sent. */
    @Nullable String header(String name);

    /** To be read once. Reading waits for what has not come yet, and throws {@link Http.HttpFault} when it will not come. */
    InputStream body();

    /** Hangs up if the body was not read to its end. */
    @Override
    void close();
}
