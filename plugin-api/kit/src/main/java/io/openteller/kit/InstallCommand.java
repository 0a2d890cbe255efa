package io.openteller.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "install",
        description = "For operators: bring a signed package to a running platform. No bank has it until its own people enable it.")
final class InstallCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Mixin
    private Platform platform = new Platform();

    @Parameters(paramLabel = "ZIP", description = "the signed package")
    private Path zip = Path.of("");

    @Option(names = "--older", description = "even if it is older than what is there")
    private boolean older;

    @Override
    public Integer call() throws IOException {
        Zip.requireOne(zip);
        JsonNode installed = Upload.of(zip, platform.asOperator(), older);
        help.say("installed %s %s (%s)", installed.path("id").asText(), installed.path("version").asText(),
                installed.path("isolated").asBoolean() ? "runs in a process of its own" : "runs in the platform's process");
        return 0;
    }
}
