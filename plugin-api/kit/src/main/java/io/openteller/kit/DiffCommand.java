package io.openteller.kit;

import io.openteller.packages.Difference;
import io.openteller.packages.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = "What changes for a bank from one package to another, in the words that its second person reads.")
final class DiffCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Parameters(index = "0", paramLabel = "FROM", description = "what the bank has")
    private Path from = Path.of("");

    @Parameters(index = "1", paramLabel = "TO", description = "what it would get")
    private Path to = Path.of("");

    @Override
    public Integer call() throws IOException {
        Manifest had = Zip.manifest(from);
        Manifest gets = Zip.manifest(to);
        if (!had.id().equals(gets.id())) {
            throw new Refused("these are two plugins, " + had.id() + " and " + gets.id() + "; compare versions of one");
        }
        Difference difference = Difference.between(had, gets);
        help.say("%s %s -> %s", had.id(), difference.from(), difference.to());
        if (difference.lines().isEmpty()) {
            help.say("  nothing that a bank would have to know of");
        }
        difference.lines().forEach(line -> help.say("  %s %s", line.widens() ? "!" : " ", line.words()));
        help.say(difference.widened()
                ? "A second person at the bank must approve this: it can do, reach or see more than before."
                : "No second person is needed.");
        return 0;
    }
}
