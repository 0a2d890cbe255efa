package io.openteller.bench.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a platform holds. */
public final class Footprint {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Footprint() {}

    /** Bytes of the heap, after all that nobody needs was taken away, and of buffers outside of it. */
    public static long held(PlatformProcess platform) throws InterruptedException {
        try {
            new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + platform.pid(), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            String all = HTTP.send(
                            HttpRequest.newBuilder(URI.create(platform.url() + "/prometheus")).build(), BodyHandlers.ofString())
                    .body();
            return all.lines()
                    .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\"")
                            || line.startsWith("jvm_buffer_memory_used_bytes"))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    /** Bytes that the system has given it; 0 where the system does not say. */
    public static long resident(PlatformProcess platform) {
        try {
            return Files.readAllLines(Path.of("/proc/" + platform.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Connections it has open, to whomever. */
    public static long sockets(PlatformProcess platform) {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + platform.pid() + "/fd"))) {
            return open.filter(Footprint::isSocket).count();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException closed) {
            return false;
        }
    }
}
