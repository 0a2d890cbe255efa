package io.openteller.platform.procedure.internal;

import io.openteller.platform.drafting.RequestTable;
import jakarta.inject.Singleton;

/** What of procedures waits for a second person. */
@Singleton
class RequestSql extends RequestTable {

    RequestSql() {
        super("procedure");
    }
}
