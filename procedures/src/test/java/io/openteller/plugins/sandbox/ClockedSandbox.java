package io.openteller.plugins.sandbox;

import io.openteller.spi.banking.OperationProvider;
import java.time.Clock;

/** The sandbox by a clock that a scenario can put forward. */
public final class ClockedSandbox {

    private ClockedSandbox() {}

    public static OperationProvider by(Clock clock) {
        return new SandboxOperations(clock);
    }

    /** The files of every store can be copied or deleted afterwards. */
    public static void close() {
        Store.closeAll();
    }
}
