package io.openteller.kit;

import io.openteller.kit.bank.TestBankCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The partner kit's entry. Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
@Command(
        name = "openteller plugin",
        description = "Make, check, sign and bring in plugins.",
        footer = {"", "From nothing to an answer in a customer's chat: docs/partners.md"},
        subcommands = {
            NewCommand.class,
            ValidateCommand.class,
            TestCommand.class,
            DevCommand.class,
            PackCommand.class,
            KeyCommand.class,
            SignCommand.class,
            VerifyCommand.class,
            DiffCommand.class,
            TrustCommand.class,
            InstallCommand.class,
            EnableCommand.class,
            ApproveCommand.class,
            SupplyCommand.class,
            DisableCommand.class,
            PrepareCommand.class,
            TestBankCommand.class
        })
public final class Kit implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    private Kit() {}

    public static void main(String[] arguments) {
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Kit())
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("openteller: " + Refused.words(failure));
                    return 1;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() {
        throw help.wrongUsage("a command is missing");
    }
}
