package io.openteller.platform.procedure;

import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.machine.Machine;

/** What leads somebody through the current bank's procedures. Banks that write amounts and times alike share machines. */
public interface Machines {

    /** No published version has this number. */
    int UNDER_TEST = 0;

    /** Knows what is published. */
    Machine published();

    /** Knows this one besides, as version {@link #UNDER_TEST}. No message makes it turn to another procedure. */
    Machine trying(Definition tested);
}
