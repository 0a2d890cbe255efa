package io.openteller.platform.turn.internal;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.guard.Privacy;
import io.openteller.platform.guard.Tokens;
import io.openteller.platform.llm.Hidden;
import io.openteller.platform.llm.ModelCall;
import io.openteller.platform.llm.Models;
import io.openteller.platform.llm.Outcome;
import io.openteller.platform.llm.Prompt;
import io.openteller.platform.llm.Task;
import io.openteller.platform.understanding.IntentGuess;
import io.openteller.platform.understanding.IntentGuess.Alternative;
import io.openteller.platform.understanding.IntentGuess.Tier;
import io.openteller.platform.understanding.MessageTier;
import io.openteller.platform.understanding.Reading;
import io.openteller.platform.understanding.Understanding;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Has the bank's model choose among what the classifier offers, where that is unsure. It sits here and not in understanding
 * because what a model reads must have passed the guard, which stands above understanding. It chooses only where nothing
 * asks for a person, and among the classifier's own candidates; signals, mood and what lies on intents for a person stay.
 */
@Singleton
class Reranking {

    private static final String PROMPT = "intent-v1";
    private static final double SURE = 0.6;
    /** A choice is as likely as all that it was chosen from, and never as sure as words that leave no doubt. */
    private static final double SUREST = 0.8;

    /** An operation at the bank may follow, and all of it must end within the turn's lease. */
    private static final Duration WITHIN = Duration.ofMillis(1_500);
    private static final int BEFORE = 2;

    private final Models models;
    private final Privacy privacy;
    private final Understanding understanding;
    private final ObjectMapper json;
    private final Clock clock;

    Reranking(Models models, Privacy privacy, Understanding understanding, ObjectMapper json, Clock clock) {
        this.models = models;
        this.privacy = privacy;
        this.understanding = understanding;
        this.json = json;
        this.clock = clock;
    }

    @Serdeable
    record Choice(int number) {}

    /** Where the classifier is unsure and nothing asks for a person. */
    boolean isWorthIt(Reading reading) {
        IntentGuess guess = reading.intent();
        return guess.confidence() < SURE
                && !guess.alternatives().isEmpty()
                && guess.tier() != Tier.C
                && reading.signals().isEmpty()
                && MessageTier.of(reading) != Tier.C
                && models.configured(Task.UNDERSTAND);
    }

    /** Only of a reading that it is worth for. */
    Reading reranked(Reading reading, String message, Earlier earlier) {
        IntentGuess guess = reading.intent();
        List<String> names = Stream.concat(
                        Stream.of(guess.name()), guess.alternatives().stream().map(Alternative::name))
                .toList();
        int chosen = chosen(message, earlier, names);
        return chosen < 0
                ? reading
                : new Reading(
                        reading.language(),
                        preferring(guess, names.get(chosen)),
                        reading.also(),
                        reading.mood(),
                        reading.signals());
    }

    /** @return -1 for none */
    private int chosen(String message, Earlier earlier, List<String> names) {
        List<String> said = Stream.concat(earlier.customer().stream(), Stream.of(message)).toList();
        Tokens tokens = privacy.tokens(said);
        List<String> before = earlier.customer();
        List<Hidden> list =
                names.stream().map(name -> tokens.forModel(name.replace('_', ' '))).toList();
        Prompt prompt = Prompt.of(
                PROMPT,
                Map.of(
                        "before", tokens.forModel(String.join(
                                "\n", before.subList(Math.max(0, before.size() - BEFORE), before.size()))),
                        "message", tokens.forModel(message),
                        "list", Hidden.numbered(list)));
        Outcome outcome = models.complete(Task.UNDERSTAND, prompt, clock.instant().plus(WITHIN));
        return outcome instanceof Outcome.Said(String text, ModelCall call) ? number(text, names.size()) - 1 : -1;
    }

    private int number(String text, int most) {
        try {
            int number = Objects.requireNonNull(json.readValue(text, Choice.class)).number();
            return number >= 1 && number <= most ? number : 0;
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /** What lies on intents for a person stays as the classifier saw it. */
    private IntentGuess preferring(IntentGuess guess, String name) {
        double together = guess.confidence()
                + guess.alternatives().stream().mapToDouble(Alternative::confidence).sum();
        List<Alternative> others = new ArrayList<>(guess.alternatives());
        others.addFirst(new Alternative(guess.name(), guess.confidence()));
        others.removeIf(other -> other.name().equals(name));
        Tier tier = name.equals(guess.name()) ? guess.tier() : understanding.tierOf(name);
        return new IntentGuess(
                name, Math.max(guess.confidence(), Math.min(SUREST, together)), tier, List.copyOf(others), guess.personShare());
    }
}
