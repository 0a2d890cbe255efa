package io.openteller.procedures.command;

import io.openteller.procedures.definition.BadDefinition;
import io.openteller.procedures.definition.Definitions;
import io.openteller.procedures.definition.Imported;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Makes a definition of a JSON list of steps with id, type, params and conditions, as visual LangGraph tools"
                + " have it. Prints the definition, and beside it what was guessed.")
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Parameters(index = "0", paramLabel = "FILE", description = "the list of steps")
    private Path file = Path.of("");

    @Option(names = "--to", paramLabel = "FORM", description = "yaml (as it is without) or json")
    private Form form = Form.yaml;

    @Option(names = "--language", paramLabel = "TAG", description = "of its texts (en)")
    private String language = "en";

    @Override
    public Integer call() throws IOException, BadDefinition {
        Imported imported = Definitions.fromSteps(Files.text(file), language);
        help.print(form.write(imported.definition()));
        imported.notes().forEach(note -> help.note((note.node() == null ? "" : note.node() + ": ") + note.message()));
        return 0;
    }
}
