package io.openteller.kit;

import io.openteller.packages.Packing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "validate",
        description = "Say everything that is wrong with a plugin, as far as can be seen without running it.")
final class ValidateCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Parameters(paramLabel = "DIR|ZIP", arity = "0..1", description = "a project or a package (default: this folder)")
    private Path what = Path.of(".");

    @Override
    public Integer call() throws IOException {
        List<String> faults = Files.isDirectory(what) ? ofProject(Project.at(what)) : Examination.faults(what);
        if (faults.isEmpty()) {
            help.say("nothing is wrong with %s, as far as can be seen without running it; 'openteller plugin test' runs it", what);
            return 0;
        }
        help.say("%d %s wrong with %s:", faults.size(), faults.size() == 1 ? "thing is" : "things are", what);
        faults.forEach(fault -> help.say("  - %s", fault));
        return 1;
    }

    private List<String> ofProject(Project project) throws IOException {
        List<String> faults = ManifestFaults.of(Files.readAllBytes(project.manifest()), true);
        if (!faults.isEmpty()) {
            return faults;
        }
        project.build(help.out());
        Path work = Files.createTempDirectory("openteller-validate");
        try {
            return switch (Packing.pack(project.parts(), work)) {
                case Packing.Packed.Zip(var zip, var manifest) -> Examination.faults(zip);
                case Packing.Packed.Failed(var reason, var words) -> List.of(words);
            };
        } finally {
            Folders.delete(work);
        }
    }
}
