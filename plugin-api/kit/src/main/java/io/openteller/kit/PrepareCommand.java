package io.openteller.kit;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description = "Put the plugin interface and its test kit into this machine's Maven repository.")
final class PrepareCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Handout.intoLocalRepository(Objects.requireNonNull(spec).commandLine().getOut());
        return 0;
    }
}
