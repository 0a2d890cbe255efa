package io.openteller.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "approve",
        description = "For a bank's second person: see what a plugin could do that it could not before, and approve or reject it.")
final class ApproveCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Mixin
    private Member member = new Member();

    @Parameters(paramLabel = "ID", description = "the plugin")
    private String id = "";

    @Option(names = "--reject", description = "reject it instead")
    private boolean reject;

    @Override
    public Integer call() throws IOException {
        Calls calls = member.calls();
        JsonNode pending = calls.get("/plugins/" + id).body().path("pending");
        if (!pending.isObject()) {
            throw new Refused("nothing of " + id + " waits for a second person");
        }
        Approvals.tell(pending, help);
        String approval = pending.path("id").asText();
        JsonNode plugin = calls.post("/plugins/approvals/" + approval + (reject ? "/reject" : "/approve"), java.util.Map.of())
                .body();
        help.say(reject ? "rejected; %s stays as it was" : "approved; %s: %s", id,
                plugin.path("health").path("detail").asText("on"));
        return 0;
    }
}
