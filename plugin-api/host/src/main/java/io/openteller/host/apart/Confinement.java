package io.openteller.host.apart;

import io.openteller.host.HostOptions.Network;
import io.openteller.host.PluginRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What holds a plugin's process besides its JVM.
 *
 * @param prefix of its command line
 * @param words for operators
 */
record Confinement(List<String> prefix, String words) {

    private static final List<String> NO_NETWORK = List.of("/usr/bin/unshare", "--user", "--net", "--map-root-user", "--");

    private static final String INSIDE = "the JVM refuses sockets, names, native code and processes; files that the platform's"
            + " user may read are not held back";

    /** Asked of the kernel once. */
    private static final class Probe {
        static final boolean WORKS = works();

        private static boolean works() {
            if (!Files.isExecutable(Path.of(NO_NETWORK.getFirst()))) {
                return false;
            }
            ProcessBuilder command = new ProcessBuilder(new ArrayList<>(NO_NETWORK));
            command.command().add("/bin/true");
            try {
                Process probe = command.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                boolean ended = probe.waitFor(5, TimeUnit.SECONDS);
                probe.destroyForcibly();
                return ended && probe.exitValue() == 0;
            } catch (IOException no) {
                return false;
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /** @throws PluginRejected if the network must be taken away by the kernel, and cannot */
    static Confinement of(Network wish) {
        if (wish != Network.OFF && Probe.WORKS) {
            return new Confinement(NO_NETWORK, "in a process of its own, in an empty network of the kernel's; " + INSIDE);
        }
        if (wish == Network.REQUIRED) {
            throw new PluginRejected("this machine cannot take the network away from a process (unshare --user --net)");
        }
        return new Confinement(List.of(), "in a process of its own; the kernel leaves it its network; " + INSIDE);
    }
}
