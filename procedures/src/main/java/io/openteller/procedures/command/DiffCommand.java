package io.openteller.procedures.command;

import io.openteller.procedures.definition.BadDefinition;
import io.openteller.procedures.definition.Difference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "diff", description = "Says what changed from one definition to another. Exit code 1 if anything did.")
final class DiffCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Parameters(index = "0", paramLabel = "FROM", description = "as it was")
    private Path from = Path.of("");

    @Parameters(index = "1", paramLabel = "TO", description = "as it is")
    private Path to = Path.of("");

    @Override
    public Integer call() throws IOException, BadDefinition {
        Difference difference = Difference.between(Files.definition(from), Files.definition(to));
        difference.fields().forEach(change -> help.say(words("", change)));
        difference.added().forEach(node -> help.say("+ " + node));
        difference.removed().forEach(node -> help.say("- " + node));
        difference.changed().forEach(node -> node.fields().forEach(change -> help.say(words(node.node() + ".", change))));
        difference.edges().forEach(edge -> help.say(sign(edge.before(), edge.after()) + " " + edge.from() + " " + edge.name() + " → "
                + (edge.before() == null || edge.after() == null ? either(edge.before(), edge.after())
                        : edge.before() + " ⇒ " + edge.after())));
        if (difference.isEmpty()) {
            help.say("Nothing changed.");
        }
        return difference.isEmpty() ? 0 : 1;
    }

    private static String words(String before, Difference.Change change) {
        return sign(change.before(), change.after()) + " " + before + change.field() + ": "
                + (change.before() == null || change.after() == null ? either(change.before(), change.after())
                        : change.before() + " ⇒ " + change.after());
    }

    private static String either(@Nullable Object before, @Nullable Object after) {
        return String.valueOf(after == null ? before : after);
    }

    private static String sign(@Nullable Object before, @Nullable Object after) {
        return before == null ? "+" : after == null ? "-" : "~";
    }
}
