package io.openteller.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "supply",
        description = "For a bank: choose which plugin an operation, or a domain of operations, is asked of. It waits for a second"
                + " person, who gives the same command with --approve or --reject.")
final class SupplyCommand implements Callable<Integer> {

    private static final String CHANGES = "/operations/suppliers/changes";

    @Mixin
    private Help help = new Help();

    @Mixin
    private Member member = new Member();

    @Parameters(index = "0", paramLabel = "SCOPE", description = "an operation, as cards.block/v1, or a domain, as cards")
    private String scope = "";

    @Parameters(index = "1", paramLabel = "ID", arity = "0..1", description = "the plugin; left out, none is chosen any more")
    private @Nullable String plugin;

    @Option(names = "--because", paramLabel = "REASON", description = "why, for colleagues and the record")
    private String reason = "asked for on the command line";

    @Option(names = "--approve", description = "agree to what somebody else asked for")
    private boolean approve;

    @Option(names = "--reject", paramLabel = "REASON", description = "refuse what somebody else asked for")
    private @Nullable String reject;

    @Override
    public Integer call() throws IOException {
        Calls calls = member.calls();
        if (approve && reject != null) {
            throw new Refused("--approve or --reject, not both");
        }
        if (!approve && reject == null) {
            Map<String, Object> wanted = new LinkedHashMap<>(Map.of("scope", scope, "reason", reason));
            wanted.put("supplier", plugin);
            calls.post(CHANGES, wanted);
            help.say("%s by %s waits for a second person", scope, supplier());
            return 0;
        }
        Map<String, Object> decision = new LinkedHashMap<>(Map.of("agree", approve));
        if (reject != null) {
            decision.put("reason", reject);
        }
        JsonNode asked = waiting(calls);
        calls.post(CHANGES + "/" + asked.path("id").asText() + "/decision", decision);
        help.say(
                approve ? "approved what %s asked for: %s by %s, from now on" : "rejected what %s asked for: %s by %s",
                asked.path("askedBy").asText(), scope, supplier());
        return 0;
    }

    private String supplier() {
        return plugin == null ? "nobody in particular" : plugin;
    }

    /** What somebody asked for that is given here again, so that nobody agrees to something else. */
    private JsonNode waiting(Calls calls) throws IOException {
        for (JsonNode one : calls.get(CHANGES).body().path("changes")) {
            if (one.path("state").asText().equals("WAITING")
                    && one.path("scope").asText().equals(scope)
                    && Objects.equals(one.path("supplier").textValue(), plugin)) {
                return one;
            }
        }
        throw new Refused("nobody asked for " + scope + " by " + supplier() + ", or it was decided");
    }
}
