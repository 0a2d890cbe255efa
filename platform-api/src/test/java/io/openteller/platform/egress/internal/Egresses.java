package io.openteller.platform.egress.internal;

import io.openteller.platform.egress.Egress;

/** The real room, wired by hand for tests of the rooms above it. */
public final class Egresses {

    private Egresses() {}

    public static Egress onlyPublic() {
        return new GuardedClient(new PinnedClient(), false);
    }

    /** This machine too. */
    public static Egress everywhere() {
        return new GuardedClient(new PinnedClient(), true);
    }
}
