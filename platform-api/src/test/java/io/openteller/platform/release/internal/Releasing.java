package io.openteller.platform.release.internal;

import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.internal.Tenancies;

/** The real room, wired by hand for tests of the rooms above it. */
public final class Releasing {

    private Releasing() {}

    public static Releases releases() {
        return new StoredReleases(Tenancies.database(), Tenancies.changes());
    }
}
