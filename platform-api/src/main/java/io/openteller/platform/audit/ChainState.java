package io.openteller.platform.audit;

/** Whether the chain is as it was written. */
public sealed interface ChainState {

    record Intact(long events) implements ChainState {}

    /** @param number the first event that does not fit the one before it */
    record Broken(long number) implements ChainState {}
}
