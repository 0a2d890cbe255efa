package io.openteller.platform;

import java.util.Map;

/** The platform on a database of its own, doing nothing that it was not asked to. */
public final class TestSettings {

    private TestSettings() {}

    public static Map<String, Object> quiet(String databaseUrl) {
        return TestPlatform.settings(
                databaseUrl,
                Map.of(
                        "openteller.turn.loop", "false",
                        "openteller.channel.loop", "false",
                        "openteller.relay.loop", "false",
                        "openteller.plugins.loop", "false",
                        "openteller.workflow.loop", "false",
                        "openteller.documents.loop", "false",
                        "openteller.banking.loop", "false"));
    }
}
