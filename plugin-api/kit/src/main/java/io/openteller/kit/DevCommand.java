package io.openteller.kit;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.packages.SigningKey;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.VerifiedPackage.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "dev",
        description = "Bring every save to a bank of a running platform. The platform must have been started with 'up --dev':"
                + " nobody approves anything on this way.")
final class DevCommand implements Callable<Integer> {

    private static final String PUBLISHER = "Development on this machine";

    @Mixin
    private Help help = new Help();

    @Mixin
    private Platform platform = new Platform();

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "the project (default: this folder)")
    private Path dir = Path.of(".");

    @Option(names = "--bank", paramLabel = "SLUG", required = true, description = "the bank that is switched to each version")
    private String bank = "";

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a setting; as often as there are settings")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--once", description = "do it once, and do not wait for saves")
    private boolean once;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Project project = Project.at(dir);
        Calls operator = platform.asOperator();
        SigningKey key = SigningKey.at(platform.data().resolve("plugin-dev.key"));
        help.say("DEVELOPMENT: plugins come to %s without a second person. Never where a bank's customers are.", bank);
        trust(operator, key);
        DevBuild build = new DevBuild(project, key);
        build.prepare(help);
        Watch watch = new Watch(List.of(project.root().resolve("src/main"), project.root().resolve("pom.xml"),
                project.root().resolve("CHANGELOG.md")));
        DevVersions versions = new DevVersions(
                PublicKeyFile.JSON.readTree(Files.readAllBytes(project.manifest())).path("version").asText());
        String id = PublicKeyFile.JSON.readTree(Files.readAllBytes(project.manifest())).path("id").asText();
        String last = brought(build, operator, id, versions.next(), null, Instant.now());
        if (once) {
            return last == null ? 1 : 0;
        }
        while (true) {
            help.say("waiting for the next save (Ctrl-C ends it)");
            Instant saved = watch.next();
            String now = brought(build, operator, id, versions.next(), last, saved);
            last = now == null ? last : now;
        }
    }

    private static void trust(Calls operator, SigningKey key) throws IOException {
        TrustedKey open = TrustedKey.of(key, PUBLISHER, Trust.PARTNER);
        operator.put("/plugins/keys/" + open.keyId(), Map.of(
                "publisher", open.publisher(), "publicKey", open.publicKey(), "level", open.level().name()));
    }

    /** @return the version that is in force now; null when something is wrong with what was saved, which is told */
    private @Nullable String brought(
            DevBuild build, Calls operator, String id, String version, @Nullable String before, Instant saved)
            throws IOException {
        try {
            Instant begun = Instant.now();
            build.compile();
            Instant compiled = Instant.now();
            Path zip = build.pack(version);
            Instant packed = Instant.now();
            JsonNode schema = Zip.manifest(zip).settings();
            Upload.of(zip, operator, true);
            Instant installed = Instant.now();
            switchTo(operator, id, version, schema);
            Instant switched = Instant.now();
            help.say("%s has %s %s after %s s (compiled %d ms, packed %d ms, installed %d ms, switched %d ms)", bank, id, version,
                    seconds(saved, switched), millis(begun, compiled), millis(compiled, packed), millis(packed, installed),
                    millis(installed, switched));
            if (before != null) {
                forget(operator, id, before);
            }
            return version;
        } catch (Refused refused) {
            help.say("%s", Refused.words(refused));
            return null;
        }
    }

    private void switchTo(Calls operator, String id, String version, JsonNode schema) throws IOException {
        try {
            operator.post("/plugins/dev/" + id + "/version", Map.of(
                    "bank", bank, "version", version, "settings", TypedSettings.of(settings, schema)));
        } catch (Refused refused) {
            // Nobody would ever take it away: the next save has a version of its own.
            forget(operator, id, version);
            throw refused;
        }
    }

    /** The version before has no bank any more. One that another bank still has stays. */
    private void forget(Calls operator, String id, String version) throws IOException {
        try {
            operator.delete("/plugins/" + id + "/versions/" + version);
        } catch (Refused used) {
            help.say("%s %s stays: %s", id, version, Refused.words(used));
        }
    }

    private static String seconds(Instant from, Instant to) {
        return "%.2f".formatted(millis(from, to) / 1000.0);
    }

    private static long millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }
}
