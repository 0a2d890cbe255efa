package io.openteller.platform.connector.internal.stored;

import io.openteller.platform.drafting.RequestTable;
import jakarta.inject.Singleton;

/** What of connectors waits for a second person. */
@Singleton
class RequestSql extends RequestTable {

    RequestSql() {
        super("connector");
    }
}
