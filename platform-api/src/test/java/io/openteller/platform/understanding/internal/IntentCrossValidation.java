package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.IntentGuess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often intents are guessed on messages that were left out of training: five folds of the starter intents. */
final class IntentCrossValidation {

    private static final int FOLDS = 5;

    /** @param right whether the best guess was the intent that the message was written for */
    record Outcome(String intent, String language, String text, IntentGuess guess, boolean right) {}

    private IntentCrossValidation() {}

    static List<Outcome> run(List<Intent> intents, List<float[]> meanings) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Intent> kept = new ArrayList<>();
            List<float[]> keptMeanings = new ArrayList<>();
            int position = 0;
            for (Intent intent : intents) {
                List<Intent.Example> examples = new ArrayList<>();
                for (Intent.Example example : intent.examples()) {
                    if (position % FOLDS != fold) {
                        examples.add(example);
                        keptMeanings.add(meanings.get(position));
                    }
                    position++;
                }
                kept.add(new Intent(intent.name(), intent.tier(), intent.description(), examples));
            }
            IntentModel model = IntentModel.train(kept, keptMeanings);
            position = 0;
            for (Intent intent : intents) {
                for (Intent.Example example : intent.examples()) {
                    if (position % FOLDS == fold) {
                        IntentGuess guess = model.classify(example.text(), meanings.get(position));
                        boolean right = guess.name().equals(intent.name());
                        outcomes.add(new Outcome(intent.name(), example.language(), example.text(), guess, right));
                    }
                    position++;
                }
            }
        }
        return outcomes;
    }

    static double accuracy(List<Outcome> outcomes) {
        return outcomes.stream().filter(Outcome::right).count() / (double) outcomes.size();
    }

    /** Mean distance, weighted by size, between what a tenth of the confidence range promises and what it delivers. */
    static double calibrationError(List<Outcome> outcomes) {
        Map<Integer, List<Outcome>> tenths = new TreeMap<>();
        outcomes.forEach(outcome -> tenths.computeIfAbsent(
                        (int) Math.min(9, outcome.guess().confidence() * 10), tenth -> new ArrayList<>())
                .add(outcome));
        double error = 0;
        for (List<Outcome> tenth : tenths.values()) {
            double promised = tenth.stream()
                    .mapToDouble(outcome -> outcome.guess().confidence())
                    .average()
                    .orElseThrow();
            error += Math.abs(promised - accuracy(tenth)) * tenth.size() / outcomes.size();
        }
        return error;
    }
}
