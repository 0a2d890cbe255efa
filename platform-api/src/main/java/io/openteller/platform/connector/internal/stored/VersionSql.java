package io.openteller.platform.connector.internal.stored;

import io.openteller.platform.drafting.VersionTable;
import jakarta.inject.Singleton;

/** Versions of connectors. */
@Singleton
class VersionSql extends VersionTable {

    VersionSql() {
        super("connector");
    }
}
