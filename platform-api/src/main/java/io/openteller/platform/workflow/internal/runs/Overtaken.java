package io.openteller.platform.workflow.internal.runs;

import java.util.UUID;

/** Somebody else led the run on meanwhile; what this one found out is dropped. */
final class Overtaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    Overtaken(UUID run) {
        super("run " + run + " is led by somebody else");
    }
}
