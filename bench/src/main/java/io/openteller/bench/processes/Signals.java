package io.openteller.bench.processes;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What Java cannot send. */
public final class Signals {

    private Signals() {}

    /** @param name without {@code SIG} */
    public static void send(long pid, String name) {
        if (pid <= 0) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-s", name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
