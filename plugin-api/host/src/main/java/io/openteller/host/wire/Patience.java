package io.openteller.host.wire;

import java.io.IOException;

/** How long somebody waits. */
public interface Patience {

    /**
     * Asked each time nothing can be done. Must take the thread's interrupt, or waiting turns into a loop.
     *
     * @return milliseconds after which to ask again, 0 for not before something comes, negative for at once
     * @throws IOException to wait no longer
     */
    long check() throws IOException;
}
