package io.openteller.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "enable",
        description = "For a bank: keep settings and switch a plugin on. What widens its reach waits for a second person.")
final class EnableCommand implements Callable<Integer> {

    @Mixin
    private Help help = new Help();

    @Mixin
    private Member member = new Member();

    @Parameters(paramLabel = "ID", description = "the plugin")
    private String id = "";

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a setting; as often as there are settings")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException {
        Calls calls = member.calls();
        if (!settings.isEmpty()) {
            JsonNode schema = calls.get("/plugins/" + id).body().path("schema");
            calls.put("/plugins/" + id + "/settings", Map.of("settings", TypedSettings.of(settings, schema)));
            help.say("the settings of %s are kept", id);
        }
        Calls.Answered answered = calls.post("/plugins/" + id + "/enable", null);
        if (answered.status() == 202) {
            help.say("%s waits for a second person, who is to approve this:", id);
            Approvals.tell(answered.body().path("pending"), help);
            return 0;
        }
        help.say("%s is on: %s", id, answered.body().path("health").path("detail").asText("not asked yet"));
        return 0;
    }
}
