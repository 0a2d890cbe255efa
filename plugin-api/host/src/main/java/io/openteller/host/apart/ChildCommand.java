package io.openteller.host.apart;

import io.openteller.host.child.Child;
import io.openteller.host.child.ChildLogs;
import io.openteller.host.child.NoNames;
import io.openteller.host.child.NoNetwork;
import io.openteller.spi.CallContext;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NonNull;
import org.pf4j.ExtensionPoint;
import org.slf4j.Logger;

/** How a plugin's process is started: little of the platform on its class path, and nothing of its environment. */
final class ChildCommand {

    private ChildCommand() {}

    static ProcessBuilder of(Path folder, int heapMegabytes, Confinement confinement) throws IOException {
        Path work = Files.createDirectory(folder.resolve("work"));
        List<String> command = new ArrayList<>(confinement.prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + heapMegabytes + "m",
                "-Xms8m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-Xss512k",
                "-Xshare:auto",
                "--illegal-native-access=deny",
                "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
                "-Djava.nio.channels.spi.SelectorProvider=" + NoNetwork.class.getName(),
                "-Djdk.lang.Process.launchMechanism=NONE",
                "-Dslf4j.provider=" + ChildLogs.class.getName(),
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Djava.io.tmpdir=" + work,
                "-Duser.home=" + work,
                "-cp",
                names(folder) + File.pathSeparator + classPath(),
                Child.class.getName(),
                folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        return builder;
    }

    private static String classPath() {
        return Stream.of(Child.class, CallContext.class, ExtensionPoint.class, Logger.class, NonNull.class)
                .map(ChildCommand::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException | NullPointerException unknown) {
            throw new IllegalStateException("it is not known where " + type.getName() + " lies", unknown);
        }
    }

    /** Names the resolver as a service, which in the platform's own class path would take its names away from the platform. */
    private static Path names(Path folder) throws IOException {
        Path jar = folder.resolve("names.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/services/java.net.spi.InetAddressResolverProvider"));
            out.write(NoNames.class.getName().getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        return jar;
    }
}
