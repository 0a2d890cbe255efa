package io.openteller.platform.knowledge.internal;

import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.audit.internal.Audits;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.reading.internal.Readers;
import io.openteller.platform.release.internal.Releasing;
import io.openteller.platform.tenancy.internal.Tenancies;

/** The real room, wired by hand for tests of the rooms above it. */
public final class Documents {

    private Documents() {}

    public static Knowledge stored() {
        return new StoredKnowledge(
                Tenancies.database(),
                Readers.all(),
                new DocumentSql(ObjectMapper.getDefault()),
                Releasing.releases(),
                Audits.chained());
    }
}
