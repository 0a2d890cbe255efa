package io.openteller.plugins.openai;

import org.pf4j.Plugin;

/** Closes the connections when the platform stops or takes a newer version in. */
public final class OpenAiLifecycle extends Plugin {

    @Override
    public void stop() {
        Connections.close();
    }
}
