package io.openteller.plugins.otp;

import org.pf4j.Plugin;

/** Closes the stores when the platform stops or takes a newer version in. */
public final class OtpLifecycle extends Plugin {

    @Override
    public void stop() {
        CodeStore.closeAll();
    }
}
