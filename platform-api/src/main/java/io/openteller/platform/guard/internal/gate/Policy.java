package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim;
import io.openteller.platform.guard.Evidence;
import io.openteller.platform.guard.Reply;
import java.util.List;

/** Something that no reply may do, whatever the evidence says. */
interface Policy {

    /** The places where the reply does it; none of them supported. */
    List<Claim> broken(Reply reply, List<Evidence> evidence);
}
