package io.openteller.kit;

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

    PrintWriter out() {
        return Objects.requireNonNull(command).commandLine().getOut();
    }

    void say(String form, Object... values) {
        out().printf(form + "%n", values);
        out().flush();
    }

    /** Exit code 2. */
    ParameterException wrongUsage(@Nullable String words) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), String.valueOf(words));
    }
}
