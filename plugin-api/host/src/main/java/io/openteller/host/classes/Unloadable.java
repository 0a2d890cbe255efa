package io.openteller.host.classes;

import org.jspecify.annotations.Nullable;

/** Why a plugin cannot be loaded. */
public final class Unloadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unloadable(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
