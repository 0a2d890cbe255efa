package io.openteller.host.child;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketImpl;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.net.UnknownHostException;

/**
 * Closes what a JVM can close for itself. The kernel's own means come on top where the platform can use them; reflection on
 * what is public finds these doors shut, too.
 */
final class Sealing {

    /** Read once by the JDK's own class of processes: a way of starting them that does not exist. */
    static final String NO_PROCESSES = "jdk.lang.Process.launchMechanism";

    private Sealing() {}

    static void seal() throws IOException {
        breakProcesses();
        Socket.setSocketImplFactory(Sealing::noSocket);
        ServerSocket.setSocketFactory(Sealing::noSocket);
        DatagramSocket.setDatagramSocketImplFactory(() -> {
            throw refused();
        });
        URL.setURLStreamHandlerFactory(protocol -> switch (protocol) {
            case "file", "jar", "jrt" -> null;
            default -> new NoHandler();
        });
        NoNetwork.seal();
        lookNothingUp();
    }

    /** Tried once, which leaves the class that starts processes broken for good, whatever is set afterwards. */
    private static void breakProcesses() {
        try {
            Process started = new ProcessBuilder("true").start();
            started.destroyForcibly();
            throw new IllegalStateException("processes can still be started");
        } catch (IOException | Error closed) {
            return;
        }
    }

    /** The resolver is found at the first question, by the class loader of whoever asks: here, where it is on the class path. */
    private static void lookNothingUp() {
        try {
            InetAddress found = InetAddress.getByName("nothing.invalid");
            throw new IllegalStateException("names are looked up: " + found);
        } catch (UnknownHostException unknown) {
            if (!NoNames.WHY.equals(unknown.getMessage())) {
                throw new IllegalStateException("names are looked up", unknown);
            }
        }
    }

    private static SocketImpl noSocket() {
        throw refused();
    }

    static SecurityException refused() {
        return new SecurityException("a plugin has no network: other machines are reached through CallContext.http() only");
    }

    private static final class NoHandler extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL address) {
            throw refused();
        }
    }
}
