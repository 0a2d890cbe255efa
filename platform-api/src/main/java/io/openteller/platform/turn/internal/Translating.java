package io.openteller.platform.turn.internal;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.guard.Privacy;
import io.openteller.platform.guard.Tokens;
import io.openteller.platform.llm.ModelCall;
import io.openteller.platform.llm.Models;
import io.openteller.platform.llm.Outcome;
import io.openteller.platform.llm.Prompt;
import io.openteller.platform.llm.Task;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.understanding.Language;
import io.openteller.platform.understanding.LanguageDetection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Questions into the bank's language, and answers out of it, by the bank's model for that. */
@Singleton
class Translating {

    private static final String PROMPT = "translate-v1";
    private static final Duration WITHIN = Duration.ofSeconds(5);
    /** Languages differ in length, but not so much that half of a text could be gone, or as much again be added. */
    private static final double SHORTEST = 0.35;

    private static final double LONGEST = 3;

    /** Another language than the one that was asked for is another only if there is no doubt, and enough to tell it by. */
    private static final double SURE = 0.9;

    private static final int ENOUGH = 40;

    private final Models models;
    private final Privacy privacy;
    private final LanguageDetection languages;
    private final ObjectMapper json;
    private final Clock clock;

    Translating(Models models, Privacy privacy, LanguageDetection languages, ObjectMapper json, Clock clock) {
        this.models = models;
        this.privacy = privacy;
        this.languages = languages;
        this.json = json;
        this.clock = clock;
    }

    @Serdeable
    record Translated(String translation) {}

    static String bankLanguage() {
        return Locale.forLanguageTag(CurrentTenant.get().locale()).getLanguage();
    }

    /** Whether a customer who writes so needs it, and the bank has a model for it. */
    boolean isNeeded(String language) {
        boolean same = language.equals(bankLanguage());
        return !same && !language.isBlank() && models.configured(Task.TRANSLATE);
    }

    /** Empty when there is no model. */
    Optional<String> question(String text, Earlier earlier) {
        return translated(text, bankLanguage(), tokens(text, earlier));
    }

    /** Empty when there is no model, or when its text has not the figures of the original, all of them and no other. */
    Optional<String> reply(String text, String language, String question, Earlier earlier) {
        return translated(text, language, tokens(question, earlier)).filter(made -> fits(text, made));
    }

    private static boolean fits(String original, String made) {
        double ratio = (double) made.length() / original.length();
        return ratio >= SHORTEST && ratio <= LONGEST && SameFigures.in(original, made);
    }

    private Tokens tokens(String text, Earlier earlier) {
        return privacy.tokens(
                Stream.concat(earlier.customer().stream(), Stream.of(text)).toList());
    }

    private Optional<String> translated(String text, String language, Tokens tokens) {
        Prompt prompt =
                Prompt.of(PROMPT, Map.of("language", tokens.forModel(language), "text", tokens.forModel(text)));
        Outcome outcome = models.complete(
                Task.TRANSLATE,
                prompt,
                clock.instant().plus(WITHIN),
                said -> read(said).filter(made -> isIn(language, made)).isPresent());
        return outcome instanceof Outcome.Said(String said, ModelCall call)
                ? read(said).map(tokens::reveal).filter(made -> !made.isBlank())
                : Optional.empty();
    }

    private boolean isIn(String language, String made) {
        if (made.length() < ENOUGH) {
            return true;
        }
        Language found = languages.of(made);
        String plain = Locale.forLanguageTag(found.code()).getLanguage();
        return found.confidence() < SURE || plain.equals(Locale.forLanguageTag(language).getLanguage());
    }

    private Optional<String> read(String said) {
        try {
            return Optional.of(Objects.requireNonNull(json.readValue(said, Translated.class))
                    .translation()
                    .strip());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
