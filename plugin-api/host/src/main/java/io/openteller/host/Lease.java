package io.openteller.host;

import io.openteller.spi.OpentellerPlugin;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pf4j.ExtensionPoint;

/** The right to call one version of a plugin: it is not closed before this is given back. */
public final class Lease implements AutoCloseable {

    private final Hosted hosted;
    private final Runnable giveBack;
    private final AtomicBoolean given = new AtomicBoolean();

    Lease(Hosted hosted, Runnable giveBack) {
        this.hosted = hosted;
        this.giveBack = giveBack;
    }

    public Hosted hosted() {
        return hosted;
    }

    public OpentellerPlugin plugin() {
        return hosted.plugin();
    }

    public <P extends ExtensionPoint> Optional<P> extension(Class<P> point) {
        return hosted.extension(point);
    }

    @Override
    public void close() {
        if (given.compareAndSet(false, true)) {
            giveBack.run();
        }
    }
}
