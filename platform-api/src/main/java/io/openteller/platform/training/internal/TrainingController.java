package io.openteller.platform.training.internal;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.training.internal.IntentViews.Guess;
import io.openteller.platform.training.internal.IntentViews.Items;
import io.openteller.platform.training.internal.IntentViews.Question;
import io.openteller.platform.training.internal.IntentViews.Released;
import io.openteller.platform.training.internal.IntentViews.Training;
import io.openteller.platform.training.internal.IntentViews.Understood;
import io.openteller.platform.understanding.IntentGuess.Tier;
import io.openteller.platform.understanding.LanguageDetection;
import java.util.List;

/** Models: trained, looked at, put in force. */
@Controller("/api/v1/intents")
@ExecuteOn(TaskExecutors.BLOCKING)
class TrainingController {

    private static final int GUESSES = 5;

    private final TenantDatabase database;
    private final RunSql runs;
    private final Trainer trainer;
    private final Models models;
    private final Publishing publishing;
    private final LanguageDetection languages;
    private final LiveModels live;

    TrainingController(
            TenantDatabase database,
            RunSql runs,
            Trainer trainer,
            Models models,
            Publishing publishing,
            LanguageDetection languages,
            LiveModels live) {
        this.database = database;
        this.runs = runs;
        this.trainer = trainer;
        this.models = models;
        this.publishing = publishing;
        this.languages = languages;
        this.live = live;
    }

    /** Begins in the background; ends with a candidate. */
    @Post("/training")
    @Allowed(Permission.INTENT_WRITE)
    @Status(HttpStatus.ACCEPTED)
    Training start() {
        trainer.start(CurrentStaff.get().name());
        return training();
    }

    /** The bank's last training, whichever replica is asked. */
    @Get("/training")
    @Allowed(Permission.INTENT_READ)
    Training training() {
        return new Training(database.inTransaction(runs::last).orElse(null));
    }

    /** Newest first; number 0, the last, is what every bank starts with. */
    @Get("/models")
    @Allowed(Permission.INTENT_READ)
    Items<ModelSql.About> models() {
        return new Items<>(models.list());
    }

    @Get("/models/{number}/report")
    @Allowed(Permission.INTENT_READ)
    Report report(int number) {
        return models.report(number);
    }

    /** Puts the candidate in force. */
    @Post("/models/{number}/publish")
    @Allowed(Permission.INTENT_WRITE)
    Released publish(int number) {
        return new Released(publishing.publish(number, CurrentStaff.get().name()));
    }

    /** Puts a model in force that was so before; 0 for what every bank starts with. */
    @Post("/models/{number}/roll-back")
    @Allowed(Permission.INTENT_WRITE)
    Released rollBack(int number) {
        return new Released(publishing.rollBack(number, CurrentStaff.get().name()));
    }

    /** What a model would understand, and because of which words. */
    @Post("/try")
    @Allowed(Permission.INTENT_READ)
    Understood understood(@Body Question question) {
        String text = ExampleText.clean(question.text() == null ? "" : question.text());
        ExampleText.fault(text).ifPresent(fault -> {
            throw new ProblemException(ErrorCode.INTENT_INVALID, fault);
        });
        var model = models.model(question.model());
        var prediction = model.trained().predict(text);
        List<Guess> guesses = prediction.ranked().stream()
                .limit(GUESSES)
                .map(one -> new Guess(
                        one.intent(), one.probability(), model.tiers().getOrDefault(one.intent(), Tier.C)))
                .toList();
        double scope = model.trained().weigh(text).scope();
        return new Understood(
                model.model(),
                languages.of(text).code(),
                guesses,
                scope,
                scope >= live.refusedBelow().orElse(model.trained().usualScope()),
                WordShares.of(model.trained(), text, guesses.getFirst().intent()));
    }
}
