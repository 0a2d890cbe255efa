package io.openteller.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "pack", description = "Build the project if need be, and make one zip of it with all its libraries.")
final class PackCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "the project (default: this folder)")
    private Path dir = Path.of(".");

    @Override
    public Integer call() throws IOException {
        Project project = Project.at(dir);
        project.build(help.out());
        Path zip = project.pack(project.target());
        help.say("packed %s (%,d bytes), not signed yet", Shown.path(zip), Files.size(zip));
        return 0;
    }
}
