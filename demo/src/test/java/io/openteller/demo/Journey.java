package io.openteller.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The scripts in {@code e2e}: people on their ways through the product, in a real browser. */
final class Journey {

    /** The longest builds a whole procedure key by key: two minutes on a quiet machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Path LOGS = Path.of("target", "journeys").toAbsolutePath();
    private static final Path SCREENSHOTS = Path.of("target", "screenshots").toAbsolutePath();

    private Journey() {}

    /** @return what the script found out, for a closer look */
    static JsonNode play(String name, RunningDemo demo, Map<String, String> more) throws Exception {
        ProcessBuilder script = script(name);
        script.environment().put("OPENTELLER_E2E_URL", demo.url());
        script.environment()
                .put("OPENTELLER_E2E_SIGN_INS", demo.data().resolve("demo-sign-ins.json").toString());
        script.environment().put("OPENTELLER_E2E_SCREENSHOTS", SCREENSHOTS.toString());
        script.environment().putAll(more);
        return result(name, script);
    }

    static JsonNode play(String name, RunningDemo demo) throws Exception {
        return play(name, demo, Map.of());
    }

    /** Fails in one line when there is no browser; a journey is never left out. */
    static void requireBrowser() throws Exception {
        result("browser-is-there", script("browser-is-there"));
    }

    private static ProcessBuilder script(String name) {
        return new ProcessBuilder("node", Path.of("e2e", name + ".mjs").toString());
    }

    private static JsonNode result(String name, ProcessBuilder script) throws IOException, InterruptedException {
        Path facts = Files.createDirectories(LOGS).resolve(name + ".json");
        Path steps = LOGS.resolve(name + ".log");
        Process process = script.redirectOutput(facts.toFile()).redirectError(steps.toFile()).start();
        boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError((ended ? "" : "no end after " + PATIENCE + "\n") + Files.readString(steps));
        }
        return new ObjectMapper().readTree(Files.readString(facts));
    }
}
