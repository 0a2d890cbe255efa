package io.openteller.host;

import org.jspecify.annotations.Nullable;

/** Why a package is not run. The message is for operators. */
public final class PluginRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PluginRejected(String why) {
        super(why);
    }

    public PluginRejected(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
