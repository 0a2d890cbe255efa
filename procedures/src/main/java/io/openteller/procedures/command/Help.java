package io.openteller.procedures.command;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command has. */
final class Help {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "say what this command does")
    boolean asked;

    void say(String line) {
        PrintWriter out = Objects.requireNonNull(command).commandLine().getOut();
        out.println(line);
        out.flush();
    }

    /** Of text that ends its own lines. */
    void print(String text) {
        PrintWriter out = Objects.requireNonNull(command).commandLine().getOut();
        out.print(text);
        out.flush();
    }

    /** What is for the eyes alone, so that the rest can be piped into a file. */
    void note(String line) {
        PrintWriter err = Objects.requireNonNull(command).commandLine().getErr();
        err.println(line);
        err.flush();
    }

    /** Exit code 2. */
    ParameterException wrongUsage(String words) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), words);
    }
}
