package io.openteller.platform.training.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.understanding.IntentGuess.Tier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Intents as the API shows them. */
final class IntentViews {

    private IntentViews() {}

    @Serdeable
    record Items<T>(List<T> items) {}

    /**
     * @param own whether the bank has changed anything of what every bank starts with
     * @param changed whether something was taught that neither the candidate nor the model in force knows
     * @param suggestions that wait for a decision
     */
    @Serdeable
    record Overview(
            boolean own,
            boolean changed,
            int suggestions,
            ModelSql.About live,
            ModelSql.@Nullable About candidate,
            List<Row> items) {}

    /** @param accuracy share of its examples that the model in force understands without having been taught them */
    @Serdeable
    record Row(String name, String title, Tier tier, int examples, List<String> languages, @Nullable Double accuracy) {}

    /** @param confusions with other intents, by the model in force */
    @Serdeable
    record Detail(
            String name,
            String title,
            Tier tier,
            @Nullable Double accuracy,
            List<Example> examples,
            List<Report.Cell> confusions) {}

    /** @param addedAt null for what every bank starts with */
    @Serdeable
    record Example(
            UUID id, String text, String language, Learned.Source source, @Nullable Instant addedAt, String addedBy) {

        static Example of(Learned one) {
            return new Example(
                    one.id(),
                    one.text(),
                    one.language(),
                    one.source(),
                    one.source() == Learned.Source.STARTER ? null : one.addedAt(),
                    one.addedBy());
        }
    }

    @Serdeable
    record NewIntent(@Nullable String title, @Nullable Tier tier) {}

    @Serdeable
    record NewExample(@Nullable String text, @Nullable String language) {}

    @Serdeable
    record Training(RunSql.@Nullable Run run) {}

    @Serdeable
    record Released(long release) {}

    /** @param threshold 0 to 1; null takes the likeliest intent in any case */
    @Serdeable
    record Threshold(@Nullable Double threshold) {}

    /**
     * @param usual a threshold that one in 25 of the bank's own requests stays below, for a start
     * @param model that is in force, to which all figures belong; 0 is what every bank starts with
     * @param release under which the threshold came into force; null if none was ever chosen
     */
    @Serdeable
    record Scope(
            @Nullable Double threshold,
            double usual,
            int model,
            @Nullable Long release,
            List<ScopeTradeOff.Point> tradeOff) {}

    /** @param model null for the one in force */
    @Serdeable
    record Question(@Nullable String text, @Nullable Integer model) {}

    /**
     * @param scope 0 to 1, how much it is like what was taught
     * @param inScope whether it is enough like it
     * @param words of the message, with how much each spoke for the first guess
     */
    @Serdeable
    record Understood(
            int model,
            String language,
            List<Guess> guesses,
            double scope,
            boolean inScope,
            List<WordShares.Word> words) {}

    @Serdeable
    record Guess(String intent, double probability, Tier tier) {}

    @Serdeable
    record About(@Nullable String intent) {}
}
