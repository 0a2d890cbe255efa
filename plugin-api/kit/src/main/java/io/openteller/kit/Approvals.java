package io.openteller.kit;

import com.fasterxml.jackson.databind.JsonNode;

/** What waits for a second person. */
final class Approvals {

    private Approvals() {}

    static void tell(JsonNode pending, Help help) {
        help.say("  asked by %s: %s %s", pending.path("askedBy").asText(), pending.path("plugin").asText(),
                pending.path("version").asText());
        pending.path("difference").path("lines").forEach(line -> help.say("  - %s", line.path("words").asText()));
    }
}
