package io.openteller.host;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How plugins are run.
 *
 * @param network what keeps a process of its own from the network besides the JVM itself
 * @param grace between telling an isolated plugin that nobody waits any more and ending its process
 * @param callWithin for calls that bring no deadline with them, as those for a plugin's own description
 * @param startWithin for a process to begin and load its plugin
 * @param folder where each process gets a private folder; its path must be short, for a socket's path is
 * @param spin how long a caller looks for an answer before it sleeps, which takes longer to wake from than most calls take. At
 *     most a quarter of the cores look at once; the others sleep
 */
public record HostOptions(
        Network network, Duration grace, Duration callWithin, Duration startWithin, Path folder, Duration spin) {

    /** Whether the kernel takes the network away, too. */
    public enum Network {
        /** Where it can. */
        AUTO,
        /** Or nothing is run. */
        REQUIRED,
        /** Never. */
        OFF
    }

    public static HostOptions usual() {
        return new HostOptions(
                Network.AUTO,
                Duration.ofMillis(250),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Path.of(System.getProperty("java.io.tmpdir", "/tmp")),
                Duration.ofNanos(150_000));
    }

    public HostOptions withNetwork(Network other) {
        return new HostOptions(other, grace, callWithin, startWithin, folder, spin);
    }

    public HostOptions withFolder(Path other) {
        return new HostOptions(network, grace, callWithin, startWithin, other, spin);
    }

    public HostOptions withSpin(Duration other) {
        return new HostOptions(network, grace, callWithin, startWithin, folder, other);
    }
}
