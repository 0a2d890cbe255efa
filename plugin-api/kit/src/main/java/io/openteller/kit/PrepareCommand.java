package io.openteller.kit;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "prepare",
        description = "Put the plugin interface and its test kit into this machine's Maven repository.")
final class PrepareCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Override
    public Integer call() throws IOException {
        Handout.intoLocalRepository(help.out());
        return 0;
    }
}
