package io.openteller.spi.workflow;

/** What a step is run with. */
public interface StepCall {

    /** Name of one of {@link StepProvider#steps}. */
    String step();

    /** A JSON object that fits the step's input schema. */
    String input();

    /** The bank's reference of the customer whose conversation it is; empty if they are not known. */
    String customerRef();
}
