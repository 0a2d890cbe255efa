package io.openteller.kit;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "disable", description = "For a bank: switch a plugin off. Its settings stay.")
final class DisableCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Mixin
    private Member member = new Member();

    @Parameters(paramLabel = "ID", description = "the plugin")
    private String id = "";

    @Override
    public Integer call() throws IOException {
        member.calls().post("/plugins/" + id + "/disable", null);
        help.say("%s is off", id);
        return 0;
    }
}
