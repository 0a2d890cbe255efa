package io.openteller.platform.procedure.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.procedure.StarterProcedures;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Definitions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** As the operator: nobody of the bank wrote them, and nobody of the bank is there yet. */
@Singleton
class PublishedStarters implements StarterProcedures {

    private static final Actor OPERATOR = new Actor(Actor.Kind.OPERATOR, null, "operator");

    private final TenantDatabase database;
    private final OverviewSql overview;
    private final Drafts drafts;
    private final Publication publication;

    PublishedStarters(TenantDatabase database, OverviewSql overview, Drafts drafts, Publication publication) {
        this.database = database;
        this.overview = overview;
        this.drafts = drafts;
        this.publication = publication;
    }

    @Override
    public List<String> publish() {
        return CurrentActor.call(OPERATOR, () -> {
            List<String> published = new ArrayList<>();
            for (Definition starter : Shipped.calledFirst()) {
                if (!database.inTransaction(sql -> overview.exists(sql, starter.id()))) {
                    publish(starter);
                    published.add(starter.id());
                }
            }
            return published;
        });
    }

    private void publish(Definition starter) {
        Drafts.Saved saved = drafts.save(starter.id(), null, Definitions.json(starter), "{}", OPERATOR);
        publication.ask(starter.id(), saved.etag(), "Comes with the platform", OPERATOR);
        publication.approve(starter.id(), saved.etag(), OPERATOR);
    }
}
