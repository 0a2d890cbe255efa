package io.openteller.procedures.command;

import io.openteller.procedures.definition.Definitions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "schema", description = "Prints the JSON Schema of definitions, for editors.")
final class SchemaCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Override
    public Integer call() {
        help.print(Definitions.schema());
        return 0;
    }
}
