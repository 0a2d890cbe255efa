package io.openteller.procedures.command;

import io.openteller.procedures.definition.BadDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "convert", description = "Prints a definition in the other form, in the one order that all are written in.")
final class ConvertCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Parameters(index = "0", paramLabel = "FILE", description = "a definition, in YAML or JSON")
    private Path file = Path.of("");

    @Option(names = "--to", required = true, paramLabel = "FORM", description = "yaml or json")
    private Form form = Form.yaml;

    @Override
    public Integer call() throws IOException, BadDefinition {
        help.print(form.write(Files.definition(file)));
        return 0;
    }
}
