package io.openteller.host.classes;

import java.util.List;
import java.util.Set;

/** What of the JDK leads out of a plugin, and is therefore closed to plugins. */
final class WaysOut {

    private static final List<String> PACKAGES = List.of("java.net.http.", "com.sun.net.httpserver.", "java.rmi.", "sun.nio.ch.");

    private static final Set<String> CLASSES = Set.of(
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.net.MulticastSocket",
            "java.net.SocketImpl",
            "java.net.URLConnection",
            "java.net.HttpURLConnection",
            "java.net.JarURLConnection",
            "javax.net.SocketFactory",
            "javax.net.ServerSocketFactory",
            "javax.net.ssl.SSLSocket",
            "javax.net.ssl.SSLServerSocket",
            "javax.net.ssl.SSLSocketFactory",
            "javax.net.ssl.SSLServerSocketFactory",
            "javax.net.ssl.HttpsURLConnection",
            "java.nio.channels.SocketChannel",
            "java.nio.channels.ServerSocketChannel",
            "java.nio.channels.DatagramChannel",
            "java.nio.channels.NetworkChannel",
            "java.nio.channels.MulticastChannel",
            "java.nio.channels.AsynchronousSocketChannel",
            "java.nio.channels.AsynchronousServerSocketChannel",
            "java.nio.channels.spi.SelectorProvider",
            "java.nio.channels.spi.AsynchronousChannelProvider",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle");

    private static final Set<String> METHODS = Set.of(
            "java/lang/System.exit",
            "java/lang/System.load",
            "java/lang/System.loadLibrary",
            "java/lang/Runtime.exit",
            "java/lang/Runtime.halt",
            "java/lang/Runtime.exec",
            "java/lang/Runtime.load",
            "java/lang/Runtime.loadLibrary",
            "java/lang/Runtime.addShutdownHook",
            "java/net/URL.openConnection",
            "java/net/URL.openStream",
            "java/net/URL.getContent");

    private static final String RULE = " is closed to plugins: other machines are reached through CallContext.http() only,"
            + " and nothing of the platform's process can be started or ended";

    private WaysOut() {}

    /** @param name with dots, as class loaders are asked */
    static boolean closed(String name) {
        return CLASSES.contains(name) || PACKAGES.stream().anyMatch(name::startsWith);
    }

    /** @param owner with slashes, as classes are compiled */
    static boolean closed(String owner, String method) {
        return METHODS.contains(owner + "." + method);
    }

    static String rule(String what) {
        return what + RULE;
    }

    static boolean isRule(String said) {
        return said.endsWith(RULE);
    }
}
