package io.openteller.platform.workflow.internal;

import java.time.Duration;

/** How long it holds that a customer proved who they are, and what they prove it with. */
public final class StepUp {

    public static final Duration CODE_HOLDS = Duration.ofMinutes(5);

    /** How long it is known then. */
    public static final Duration HOLDS = Duration.ofMinutes(15);

    private StepUp() {}
}
