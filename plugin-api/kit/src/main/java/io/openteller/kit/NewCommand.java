package io.openteller.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        description = "Write a project that builds, works, and passes its tests.")
final class NewCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Parameters(index = "0", paramLabel = "KIND", description = "banking, workflow, llm, channel, identity or knowledge")
    private String kind = "";

    @Parameters(
            index = "1",
            paramLabel = "ID",
            description = "3 to 40 lower-case letters, digits and single hyphens, such as acme-bank")
    private String id = "";

    @Option(names = "--dir", paramLabel = "DIR", description = "where to write it (default: a new folder with the id as its name)")
    private @Nullable Path dir;

    @Option(names = "--package", paramLabel = "NAME", description = "Java package (default: com.example.<id>)")
    private @Nullable String packageName;

    @Option(names = "--publisher", paramLabel = "NAME", description = "who answers for the plugin (default: Your company)")
    private String publisher = "Your company";

    @Override
    public Integer call() throws IOException {
        ProjectName name = name();
        Path target = dir == null ? Path.of(id) : dir;
        requireRoom(target);
        List<Path> written = Templates.of(kind).write(name, target);
        help.say("wrote %d files of a %s plugin to %s", written.size(), kind, target);
        Handout.intoLocalRepository(help.out());
        help.say("""

                Next:
                  cd %s
                  openteller plugin test .    builds it, and holds its package against the contract
                Its README.md says where everything is.""", target);
        return 0;
    }

    private ProjectName name() {
        try {
            Templates.requireKind(kind);
            return ProjectName.of(id, packageName, publisher);
        } catch (IllegalArgumentException wrong) {
            throw help.wrongUsage(wrong.getMessage());
        }
    }

    private static void requireRoom(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new Refused(target + " is a file; choose another place with --dir");
        }
        try (Stream<Path> inside = Files.list(target)) {
            if (inside.findAny().isPresent()) {
                throw new Refused(target + " is not empty; choose another place with --dir");
            }
        }
    }
}
