package io.openteller.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Follows docs/partners.md to the letter: every command of the page, in one shell, against a platform of its own; and what the
 * page says that one sees is seen. A Maven repository of its own stands in for that of a partner, who has nothing of ours yet.
 */
class PartnerGuideIT {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(12);
    private static final String MARK = "=====step=====";

    private Path home;

    @BeforeEach
    void a_machine_that_has_nothing_of_ours() throws IOException {
        home = Files.createTempDirectory("openteller-guide");
        // What is downloaded or built once for all of them on this machine.
        Path shared = Path.of(System.getenv().getOrDefault("OPENTELLER_HOME", PROJECT.resolve(".openteller").toString()));
        for (Path one : listed(shared)) {
            String name = one.getFileName().toString();
            if (name.startsWith("keycloak") || name.equals("unpacked")) {
                Files.createSymbolicLink(home.resolve(name), one);
            }
        }
        emptyOfOurs(Path.of(System.getProperty("openteller.test.repository")), home.resolve("repository"));
    }

    @AfterEach
    void nothing_of_it_stays() throws Exception {
        // Whatever became of the guide, nothing that it started may stay.
        shell("openteller down", home.resolve("down.log"), Duration.ofMinutes(2));
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Test
    void the_guide_for_partners_is_right() throws Exception {
        Guide guide = Guide.read(PROJECT.resolve("docs").resolve("partners.md"));
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        for (Guide.Step step : guide.steps()) {
            script.append("echo ").append(MARK).append('\n').append(step.commands()).append('\n');
        }
        Path log = Files.createDirectories(Path.of("target", "journeys").toAbsolutePath()).resolve("partners.log");
        int code = shell(script.toString(), log, PATIENCE);
        String[] came = Files.readString(log).split(MARK + "\n", -1);
        assertThat(code).as(Files.readString(log)).isZero();
        assertThat(came).hasSize(guide.steps().size() + 1);
        for (int i = 0; i < guide.steps().size(); i++) {
            Guide.Step step = guide.steps().get(i);
            assertThat(step.missing(came[i + 1])).as("%s%ncame to%n%s", step.commands(), came[i + 1]).isEmpty();
        }
    }

    private int shell(String script, Path log, Duration patience) throws IOException, InterruptedException {
        Path file = Files.writeString(home.resolve("guide.sh"), script);
        ProcessBuilder shell = new ProcessBuilder("bash", file.toString())
                .directory(PROJECT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = shell.environment();
        String java = System.getProperty("java.home");
        environment.put("JAVA_HOME", java);
        environment.put("PATH", PROJECT + ":" + Path.of(java, "bin") + ":" + environment.get("PATH"));
        environment.put("OPENTELLER_HOME", home.toString());
        // This build has just made everything: it is not made again within it.
        environment.put("OPENTELLER_NO_BUILD", "1");
        environment.putIfAbsent("OPENTELLER_PORT", Integer.toString(anyFreePort()));
        environment.put("MAVEN_OPTS", "-Dmaven.repo.local=" + home.resolve("repository"));
        environment.keySet().removeAll(List.of("OPENTELLER_API_KEY", "OPENTELLER_URL", "OPENTELLER_OPERATOR_KEY"));
        Process process = shell.start();
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("no end after " + patience + "\n" + Files.readString(log));
        }
        return process.exitValue();
    }

    /** The machine's Maven repository by links, without what is ours. */
    private static void emptyOfOurs(Path repository, Path copy) throws IOException {
        Path groups = Files.createDirectories(copy.resolve("io"));
        List<Path> all = new ArrayList<>(listed(repository));
        all.addAll(listed(repository.resolve("io")));
        for (Path one : all) {
            String name = Objects.requireNonNull(one.getFileName()).toString();
            boolean below = Objects.equals(one.getParent(), repository.resolve("io"));
            if (!name.equals("io") && !name.equals("openteller")) {
                Files.createSymbolicLink((below ? groups : copy).resolve(name), one);
            }
        }
    }

    private static List<Path> listed(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static int anyFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
