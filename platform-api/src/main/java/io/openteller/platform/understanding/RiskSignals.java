package io.openteller.platform.understanding;

import io.openteller.platform.understanding.internal.LexiconSignals;
import java.util.List;

/**
 * Finds what must go to a person on the first turn, by phrases: in English, Hindi and romanised Hindi, without a model. A
 * {@link Reading} has the learned opinion beside them.
 */
public interface RiskSignals {

    /** @return at most one signal of each kind, in the order of {@link RiskSignal.Kind}; empty when none is found */
    List<RiskSignal> in(String message);

    /** As every bank has it; for use outside a running platform. */
    static RiskSignals standard() {
        return new LexiconSignals();
    }
}
