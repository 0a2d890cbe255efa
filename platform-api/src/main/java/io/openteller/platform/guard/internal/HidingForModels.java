package io.openteller.platform.guard.internal;

import io.openteller.platform.guard.Privacy;
import io.openteller.platform.llm.Hidden;
import io.openteller.platform.llm.Hiding;
import jakarta.inject.Singleton;
import java.util.List;

/** For the room below, which may not make such text itself. */
@Singleton
class HidingForModels implements Hiding {

    private final Privacy privacy;

    HidingForModels(Privacy privacy) {
        this.privacy = privacy;
    }

    @Override
    public Hidden hidden(String text) {
        return privacy.tokens(List.of(text)).forModel(text);
    }
}
