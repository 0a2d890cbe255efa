package io.openteller.platform.understanding.internal;

import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.understanding.IntentGuess;
import io.openteller.platform.understanding.IntentGuess.Alternative;
import io.openteller.platform.understanding.IntentGuess.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** A trained linear classifier of messages; immutable, so any thread may ask it. */
final class IntentModel {

    private static final LabelFactory LABELS = new LabelFactory();
    private static final int ALTERNATIVES = 3;

    /** How closely liblinear fits the examples. */
    private static final double COST = 8;

    private static final double STOP_AT = 0.3;

    /**
     * One-against-all probabilities, divided by their sum, are too timid over so many intents. Raised to this power they
     * agree with how often the guess is right; fitted by cross-validation on the starter intents alone.
     */
    private static final double SHARPNESS = 1.5;

    private final Model<Label> model;
    private final Map<String, Tier> tiers;

    private IntentModel(Model<Label> model, Map<String, Tier> tiers) {
        this.model = model;
        this.tiers = tiers;
    }

    static IntentModel train(List<Intent> intents, Embeddings embeddings) {
        List<String> texts = intents.stream()
                .flatMap(intent -> intent.examples().stream())
                .map(Intent.Example::text)
                .toList();
        return train(intents, embeddings.embed(texts));
    }

    /** @param meanings a vector for each example of each intent, in order */
    static IntentModel train(List<Intent> intents, List<float[]> meanings) {
        var data = new MutableDataset<>(new SimpleDataSourceProvenance("intents", LABELS), LABELS);
        int next = 0;
        for (Intent intent : intents) {
            for (Intent.Example example : intent.examples()) {
                data.add(example(new Label(intent.name()), example.text(), meanings.get(next++)));
            }
        }
        var trainer = new LibLinearClassificationTrainer(
                new LinearClassificationType(LinearType.L2R_LR_DUAL), COST, STOP_AT);
        Map<String, Tier> tiers = intents.stream().collect(Collectors.toMap(Intent::name, Intent::tier));
        return new IntentModel(trainer.train(data), tiers);
    }

    IntentGuess classify(String message, float[] meaning) {
        var scores = model.predict(example(LabelFactory.UNKNOWN_LABEL, message, meaning))
                .getOutputScores();
        double sum = scores.values().stream().mapToDouble(IntentModel::sharpened).sum();
        List<Alternative> ranked = new ArrayList<>(scores.values().stream()
                .map(label -> new Alternative(label.getLabel(), sharpened(label) / sum))
                .sorted(Comparator.comparingDouble(Alternative::confidence).reversed())
                .limit(ALTERNATIVES + 1)
                .toList());
        Alternative best = ranked.removeFirst();
        Tier tier = Objects.requireNonNull(tiers.get(best.name()));
        double personShare = scores.values().stream()
                .filter(label -> tiers.get(label.getLabel()) == Tier.C)
                .mapToDouble(label -> sharpened(label) / sum)
                .sum();
        return new IntentGuess(best.name(), best.confidence(), tier, List.copyOf(ranked), personShare);
    }

    private static double sharpened(Label label) {
        return Math.pow(label.getScore(), SHARPNESS);
    }

    private static Example<Label> example(Label label, String message, float[] meaning) {
        return new ArrayExample<>(label, MessageFeatures.of(message, meaning));
    }
}
