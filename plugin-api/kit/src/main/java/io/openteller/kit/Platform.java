package io.openteller.kit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which platform is meant, and who is the operator there: by option, by environment, or what runs on this machine. */
final class Platform {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "where the platform is (default: OPENTELLER_URL, or what './openteller up' started here)")
    private @Nullable String url;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data folder of './openteller up' (default: .openteller/data of the platform)")
    private @Nullable Path data;

    @Option(
            names = "--operator-key",
            paramLabel = "FILE",
            description = "file with the operator's key (default: OPENTELLER_OPERATOR_KEY, or that of './openteller up')")
    private @Nullable Path operatorKey;

    URI address() throws IOException {
        String given = url != null ? url : System.getenv("OPENTELLER_URL");
        if (given != null) {
            return URI.create(given.replaceAll("/+$", "") + "/");
        }
        Path note = data().resolve("run").resolve("address.properties");
        Properties run = new Properties();
        if (Files.isReadable(note)) {
            try (var file = Files.newInputStream(note)) {
                run.load(file);
            }
        }
        String found = run.getProperty("url");
        if (found == null) {
            throw new Refused("no platform runs on " + data() + "; start one with './openteller up', or name one with --url");
        }
        return URI.create(found + "/");
    }

    Path data() {
        if (data != null) {
            return data;
        }
        String home = System.getenv().getOrDefault("OPENTELLER_HOME", ".openteller");
        return Path.of(home).resolve("data");
    }

    String operatorKey() throws IOException {
        String given = System.getenv("OPENTELLER_OPERATOR_KEY");
        if (operatorKey == null && given != null && !given.isBlank()) {
            return given;
        }
        Path file = operatorKey != null ? operatorKey : data().resolve("operator.key");
        if (!Files.isReadable(file)) {
            throw new Refused("this takes the key of the platform's operator, and there is none in " + file
                    + "; name the file with --operator-key, or set OPENTELLER_OPERATOR_KEY");
        }
        return Files.readString(file).strip();
    }

    Calls asOperator() throws IOException {
        return new Calls(address(), "Bearer " + operatorKey(), null);
    }
}
