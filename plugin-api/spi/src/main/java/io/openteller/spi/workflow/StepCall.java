package io.openteller.spi.workflow;

import io.openteller.spi.Experimental;

/** What a step is run with. */
@Experimental(settles = "2027-06-30")
public interface StepCall {

    /** Name of one of {@link StepProvider#steps}. */
    String step();

    /** A JSON object that fits the step's input schema. */
    String input();

    /** The bank's reference of the customer whose conversation it is; empty if they are not known. */
    String customerRef();
}
