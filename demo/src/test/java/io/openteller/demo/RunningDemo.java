package io.openteller.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openteller.local.LocalPostgres;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** All of it as `./openteller up --detach` starts it, by the same program, on a data folder of its own. */
final class RunningDemo implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private final Path data;
    private final Path log = Path.of("target", "journeys", "up.log").toAbsolutePath();
    private final int port;

    private RunningDemo(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    static RunningDemo start() throws IOException, InterruptedException {
        RunningDemo demo = new RunningDemo(Files.createTempDirectory("openteller-journeys"), anyFreePort());
        Files.createDirectories(demo.log.getParent());
        Files.deleteIfExists(demo.log);
        // However this process ends, nothing that it started may stay.
        Runtime.getRuntime().addShutdownHook(new Thread(demo::stopQuietly));
        demo.up();
        return demo;
    }

    /** Starts what does not run; returns when the demo banks are ready. */
    void up() throws IOException, InterruptedException {
        local("up", "--detach", "--port", Integer.toString(port), "--project", PROJECT.toString(), "--class-path", platform());
    }

    /** SIGKILL: no farewell, nothing is finished. The servers beside it go on. */
    void killPlatform() throws IOException {
        Properties note = new Properties();
        try (InputStream file = Files.newInputStream(data.resolve("run").resolve("platform.properties"))) {
            note.load(file);
        }
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(note.getProperty("pid"))).orElseThrow();
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    String url() {
        return "http://localhost:" + port;
    }

    Path data() {
        return data;
    }

    BankRows database() {
        LocalPostgres running = LocalPostgres.start(data);
        return new BankRows(running.url(), LocalPostgres.APPLICATION, running.applicationPassword());
    }

    /** Every effect on that bank's books, as the sandbox wrote it down. */
    List<JsonNode> ledger(String bank) throws IOException {
        return written(bank, "ledger");
    }

    /** What that bank sent to customers and wrote on their files. */
    List<JsonNode> outbox(String bank) throws IOException {
        return written(bank, "outbox");
    }

    private List<JsonNode> written(String bank, String what) throws IOException {
        Path file = data.resolve("plugin-data").resolve("banking-sandbox").resolve(bank + "-" + bank + "." + what + ".jsonl");
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!Files.exists(data)) {
            return;
        }
        Files.createDirectories(log.resolveSibling("logs"));
        local("down");
        try (Stream<Path> logs = Files.list(data.resolve("logs"))) {
            for (Path one : logs.toList()) {
                Path kept = log.resolveSibling("logs").resolve(one.getFileName().toString());
                Files.copy(one, kept, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (Stream<Path> all = Files.walk(data)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void stopQuietly() {
        try {
            close();
        } catch (IOException | InterruptedException | RuntimeException tooLate) {
            System.err.println("stopping the demo: " + tooLate.getMessage());
        }
    }

    private void local(String command, String... options) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Path built = PROJECT.resolve("local").resolve("target");
        line.addAll(List.of("-cp", jar(built, "openteller-local-") + File.pathSeparator + built.resolve("lib") + "/*"));
        line.addAll(List.of("io.openteller.local.Local", command, "--data", data.toString()));
        line.addAll(List.of(options));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        if (!ended || process.exitValue() != 0) {
            throw new IllegalStateException("'" + command + "' failed:\n" + Files.readString(log));
        }
    }

    /** What was packaged, as `up` runs it: not the class path of this test. */
    private static String platform() throws IOException {
        Path built = PROJECT.resolve("demo").resolve("target");
        return jar(built, "openteller-demo-") + File.pathSeparator + built.resolve("lib") + "/*";
    }

    private static Path jar(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name)
                            && file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + name + "*.jar in " + folder));
        }
    }

    private static int anyFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
