package io.openteller.platform.training.internal;

import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.training.internal.ModelSql.About;
import io.openteller.platform.training.internal.ModelSql.State;
import io.openteller.platform.understanding.BankIntents.Published;
import io.openteller.platform.understanding.StarterIntents;
import io.openteller.platform.understanding.StarterIntents.Starter;
import io.openteller.platform.understanding.TrainedIntents.Provenance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The bank's models and, as number 0, the one that every bank starts with. */
@Singleton
class Models {

    private final TenantDatabase database;
    private final ModelSql models;
    private final LiveModels live;
    private final StarterIntents starters;
    private final AtomicReference<@Nullable Report> starterReport = new AtomicReference<>();

    Models(TenantDatabase database, ModelSql models, LiveModels live, StarterIntents starters) {
        this.database = database;
        this.models = models;
        this.live = live;
        this.starters = starters;
    }

    /** Newest first; what every bank starts with comes last. */
    List<About> list() {
        List<About> all = new ArrayList<>(database.inTransaction(models::list));
        boolean starter = all.stream().noneMatch(model -> model.state() == State.LIVE);
        Provenance from = starters.model().provenance();
        all.add(new About(
                Publishing.STARTER,
                starter ? State.LIVE : State.RETIRED,
                from.dataHash(),
                from.parameters(),
                from.examples(),
                from.intents(),
                from.accuracy(),
                null,
                "Openteller",
                null,
                true));
        return all;
    }

    Report report(int number) {
        if (number == Publishing.STARTER) {
            Report known = starterReport.get();
            Report made = known == null ? Reports.of(HeldOutGuess.of(starters.model()), List.of(), null) : known;
            starterReport.set(made);
            return made;
        }
        return database.inTransaction(sql -> models.report(sql, number))
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    /** @param number null for the one in force */
    Published model(@Nullable Integer number) {
        Optional<Published> own = number == null
                ? live.live()
                : number == Publishing.STARTER ? Optional.empty() : Optional.of(kept(number));
        return own.orElseGet(() -> new Published(
                Publishing.STARTER,
                starters.model(),
                starters.all().stream().collect(Collectors.toMap(Starter::name, Starter::tier))));
    }

    private Published kept(int number) {
        return live.of(number).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }
}
