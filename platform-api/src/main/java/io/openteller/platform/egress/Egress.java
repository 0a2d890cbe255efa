package io.openteller.platform.egress;

/** Calls other machines by HTTP. */
public interface Egress {

    /** Returns when the whole answer is there, or at the latest when the call's time is over. Follows up to five redirects. */
    EgressOutcome call(EgressCall call);
}
