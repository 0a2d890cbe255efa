package io.openteller.platform.understanding;

import io.openteller.platform.understanding.internal.LexiconSignals;
import java.util.List;

/** Finds what must go to a person on the first turn. Works without a model, in English, Hindi and romanised Hindi. */
public interface RiskSignals {

    /** @return at most one signal of each kind, in the order of {@link RiskSignal.Kind}; empty when none is found */
    List<RiskSignal> in(String message);

    /** As every bank has it; for use outside a running platform. */
    static RiskSignals standard() {
        return new LexiconSignals();
    }
}
