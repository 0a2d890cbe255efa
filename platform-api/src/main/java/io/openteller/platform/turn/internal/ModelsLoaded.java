package io.openteller.platform.turn.internal;

import io.openteller.platform.coordination.Preparation;
import io.openteller.platform.guard.Screen;
import io.openteller.platform.understanding.StarterIntents;
import jakarta.inject.Singleton;

/** The models of intents and of attacks, and with them those of sentences: each is asked once. */
@Singleton
class ModelsLoaded implements Preparation {

    private static final String ANYTHING = "How much does it cost to send money abroad?";

    private final StarterIntents intents;
    private final Screen screen;

    ModelsLoaded(StarterIntents intents, Screen screen) {
        this.intents = intents;
        this.screen = screen;
    }

    @Override
    public String what() {
        return "models";
    }

    @Override
    public void prepare() {
        intents.model();
        screen.ofMessage(ANYTHING);
        screen.ofAbuse("", ANYTHING);
    }
}
