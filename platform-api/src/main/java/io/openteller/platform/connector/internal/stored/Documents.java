package io.openteller.platform.connector.internal.stored;

import io.openteller.platform.drafting.DraftTable;
import io.openteller.platform.drafting.VersionTable;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Documents as files. */
@Singleton
class Documents {

    private final TenantDatabase database;
    private final DraftSql drafts;
    private final VersionSql versions;

    Documents(TenantDatabase database, DraftSql drafts, VersionSql versions) {
        this.database = database;
        this.drafts = drafts;
        this.versions = versions;
    }

    /** Laid out for people. */
    String written(String id, String version) {
        return database.inTransaction(sql -> document(sql, id, version))
                .map(document -> Judge.read(document).toPrettyString())
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    private Optional<String> document(Handle sql, String id, String version) {
        if (version.equals("draft")) {
            return drafts.find(sql, id).map(DraftTable.Draft::definition);
        }
        return version.matches("[0-9]{1,6}")
                ? versions.find(sql, id, Integer.parseInt(version)).map(VersionTable.Version::definition)
                : Optional.empty();
    }
}
