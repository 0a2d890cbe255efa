package io.openteller.platform.training.internal;

import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.training.internal.IntentViews.Detail;
import io.openteller.platform.training.internal.IntentViews.Example;
import io.openteller.platform.training.internal.IntentViews.Overview;
import io.openteller.platform.training.internal.IntentViews.Row;
import io.openteller.platform.training.internal.ModelSql.About;
import io.openteller.platform.training.internal.ModelSql.State;
import io.openteller.platform.training.internal.Report.Score;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Intents together with how well the model in force knows them. */
@Singleton
class IntentOverview {

    private final TenantDatabase database;
    private final IntentBook book;
    private final IntentSql intents;
    private final Models models;
    private final Suggestions suggestions;

    IntentOverview(
            TenantDatabase database, IntentBook book, IntentSql intents, Models models, Suggestions suggestions) {
        this.database = database;
        this.book = book;
        this.intents = intents;
        this.models = models;
        this.suggestions = suggestions;
    }

    Overview all() {
        List<About> all = models.list();
        About live = of(all, State.LIVE).orElseThrow();
        Optional<About> candidate = of(all, State.CANDIDATE);
        Map<String, Double> accuracies = accuracies(live);
        IntentBook.Content content = book.content();
        Map<String, List<Learned>> examples =
                content.examples().stream().collect(Collectors.groupingBy(Learned::intent));
        List<Row> rows = content.heads().stream()
                .map(head -> {
                    List<Learned> own = examples.getOrDefault(head.name(), List.of());
                    return new Row(
                            head.name(),
                            head.title(),
                            head.tier(),
                            own.size(),
                            own.stream().map(Learned::language).distinct().sorted().toList(),
                            accuracies.get(head.name()));
                })
                .toList();
        int newest = candidate.orElse(live).number();
        boolean changed = content.own()
                && (newest == Publishing.STARTER
                        || database.inTransaction(sql -> intents.changedSince(sql, newest)));
        return new Overview(
                content.own(), changed, suggestions.count(), live, candidate.orElse(null), rows);
    }

    Detail one(String name) {
        IntentSql.Head head = book.head(name).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        About live = of(models.list(), State.LIVE).orElseThrow();
        Report report = models.report(live.number());
        @Nullable Double accuracy = accuracies(live).get(name);
        return new Detail(
                head.name(),
                head.title(),
                head.tier(),
                accuracy,
                book.examples(name).stream().map(Example::of).toList(),
                report.cells().stream()
                        .filter(cell -> !cell.intent().equals(cell.predicted()))
                        .filter(cell -> cell.intent().equals(name) || cell.predicted().equals(name))
                        .limit(8)
                        .toList());
    }

    private Map<String, Double> accuracies(About live) {
        return models.report(live.number()).scores().stream()
                .filter(score -> score.examples() > 0)
                .collect(Collectors.toMap(Score::intent, Score::recall));
    }

    private static Optional<About> of(List<About> all, State state) {
        return all.stream().filter(model -> model.state() == state).findFirst();
    }
}
