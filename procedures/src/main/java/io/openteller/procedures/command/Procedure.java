package io.openteller.procedures.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The entry. Exit codes: 0 nothing is wrong, 1 something is, 2 wrong usage. */
@Command(
        name = "openteller procedure",
        description = "Check, import, rewrite and compare procedures.",
        footer = {"", "The language of procedures, and what is checked: docs/procedures.md"},
        subcommands = {
            CheckCommand.class,
            SchemaCommand.class,
            ImportCommand.class,
            ConvertCommand.class,
            DiffCommand.class
        })
public final class Procedure implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    private Procedure() {}

    public static void main(String[] arguments) {
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Procedure())
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("openteller: " + Files.words(failure));
                    return 1;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() {
        throw help.wrongUsage("say what to do: check, schema, import, convert or diff");
    }
}
