package io.openteller.platform.knowledge.internal;

import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.audit.internal.Audits;
import io.openteller.platform.knowledge.Adoption;
import io.openteller.platform.knowledge.Approvals;
import io.openteller.platform.knowledge.Drafting;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.knowledge.Stored;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.reading.internal.Readers;
import io.openteller.platform.release.internal.Releasing;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** The real room, wired by hand for tests of the rooms above it. */
public record Documents(Knowledge knowledge, Drafting drafting, Approvals approvals) {

    public static Documents room() {
        return room(Clock.systemUTC());
    }

    public static Documents room(Clock clock) {
        var database = Tenancies.database();
        var json = ObjectMapper.getDefault();
        var documents = new DocumentSql();
        var versions = new VersionSql(json);
        var writing = new VersionWriting(json);
        var categories = new CategorySql();
        var given = new ApprovalSql();
        var chronicle = new Chronicle(Audits.chained(), Releasing.releases());
        var describing = new Describing(documents, writing, categories, chronicle);
        var turns = new Turns(database, documents, versions, clock);
        var adopting = new Adopting(
                turns, Readers.all(), describing, versions, writing, new AdoptedSql(given), chronicle);
        return new Documents(
                new StoredKnowledge(database, documents, versions, clock),
                new DraftDesk(turns, Readers.all(), describing, versions, writing, categories, chronicle),
                new ApprovalDesk(turns, adopting, describing, writing, given, chronicle));
    }

    public static Knowledge stored() {
        return room().knowledge();
    }

    /** In force at once. */
    public Stored adopt(String slug, HandedFile file) {
        return approvals.adopt(new NewDocument(slug, file), Adoption.now("Anna Author", "Ben Approver"));
    }

    /** In force at once. */
    public Stored adopt(String slug, String markdown) {
        return adopt(slug, HandedFile.plain(slug + ".md", markdown.getBytes(StandardCharsets.UTF_8)));
    }
}
