package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim;

/** Why a sentence does not follow from another. Positions are those of the sentence. */
record Failing(Claim.Kind kind, int start, int end, String reason) {}
