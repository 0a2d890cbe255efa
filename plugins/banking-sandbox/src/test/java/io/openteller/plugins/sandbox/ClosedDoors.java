package io.openteller.plugins.sandbox;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A class loader as a plugin gets one: its own classes and libraries, the platform's interface, and of the JDK nothing that
 * leads to other machines. What was asked for in vain is kept.
 */
final class ClosedDoors extends URLClassLoader {

    private static final List<String> SHARED = List.of("io.openteller.spi.", "org.pf4j.", "org.slf4j.", "org.jspecify.");
    private static final Pattern CLOSED = Pattern.compile(
            "java\\.net\\.(Server|Datagram|Multicast)?Socket|java\\.net\\.SocketImpl|java\\.net\\.(Http|Jar)?URLConnection"
                    + "|java\\.net\\.http\\..*|com\\.sun\\.net\\.httpserver\\..*|java\\.rmi\\..*|javax\\.net\\..*"
                    + "|java\\.nio\\.channels\\.(Asynchronous)?(Server)?(Socket|Datagram|Network|Multicast)Channel"
                    + "|java\\.lang\\.ProcessBuilder");

    final Set<String> askedInVain = new ConcurrentSkipListSet<>();

    ClosedDoors(URL... own) {
        super(own, ClassLoader.getPlatformClassLoader());
    }

    static ClosedDoors around(Class<?>... own) {
        return new ClosedDoors(Stream.of(own)
                .map(one -> one.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (CLOSED.matcher(name).matches()) {
            askedInVain.add(name);
            throw new ClassNotFoundException(name + " is closed to plugins");
        }
        return SHARED.stream().anyMatch(name::startsWith)
                ? ClosedDoors.class.getClassLoader().loadClass(name)
                : super.loadClass(name, resolve);
    }
}
