package io.openteller.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one `up` keeps: the databases, the generated passwords (readable by the owner alone), logs, and notes about the
 * processes that run on it.
 */
final class DataFolder {

    /** For files that hold a secret. */
    static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final String SECRETS = "secrets.properties";
    private final Path root;
    private final Path secrets;
    private final Path ports;

    private DataFolder(Path root) {
        this.root = root;
        this.secrets = root.resolve(SECRETS);
        this.ports = root.resolve("ports.properties");
    }

    /**
     * Opens or creates the folder.
     *
     * @throws CannotStart when it cannot be written, or holds something that is not ours; nothing is changed then
     */
    static DataFolder at(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            if (Files.exists(root) && !Files.isDirectory(root)) {
                throw new CannotStart("the data folder " + root + " is a file; choose another with --data");
            }
            Files.createDirectories(root);
            try (Stream<Path> content = Files.list(root)) {
                if (!Files.exists(root.resolve(SECRETS)) && content.findAny().isPresent()) {
                    throw new CannotStart("the folder " + root + " holds files but no " + SECRETS
                            + ": it is not an Openteller data folder, or a part of it is lost. Nothing was changed. "
                            + "Put the file back, move the folder away, or choose another with --data");
                }
            }
            DataFolder data = new DataFolder(root);
            data.secret("folder");
            Files.createDirectories(data.logs());
            Files.createDirectories(data.run());
            return data;
        } catch (IOException failure) {
            throw new CannotStart("the data folder " + root + " cannot be written (" + failure.getMessage()
                    + "); choose another with --data");
        }
    }

    Path root() {
        return root;
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path run() {
        return root.resolve("run");
    }

    /** The generated secret of that name, the same for the life of the folder. */
    synchronized String secret(String name) {
        Properties all = read(secrets);
        String known = all.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        String fresh = HexFormat.of().formatHex(bytes);
        all.setProperty(name, fresh);
        write(secrets, all);
        return fresh;
    }

    /** The port this service had last time if it is free, so that links and bookmarks go on working; else any free one. */
    synchronized int port(String service) {
        Properties all = read(ports);
        int last = Integer.parseInt(all.getProperty(service, "0"));
        int port = last != 0 && free(last) ? last : anyFree();
        all.setProperty(service, Integer.toString(port));
        write(ports, all);
        return port;
    }

    static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Like the servers do: a port whose last connections still fade away is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    static Properties read(Path file) {
        Properties all = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                all.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return all;
    }

    /** Written beside and moved over, so that a reader never sees half a file. */
    static void write(Path file, Properties all) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PRIVATE);
            try (var writer = Files.newBufferedWriter(fresh)) {
                all.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
