package io.openteller.plugins.sandbox;

import org.pf4j.Plugin;

/** Closes the stores when the platform stops or takes a newer version in. */
public final class SandboxLifecycle extends Plugin {

    @Override
    public void stop() {
        Store.closeAll();
    }
}
