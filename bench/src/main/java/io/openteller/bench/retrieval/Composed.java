package io.openteller.bench.retrieval;

import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.reading.ReadDocument.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A bank's library of any size, made of sentences from a few lists of words. A passage's vector is made of those of its
 * sentences, with a little of its own: embedding a hundred thousand passages would be most of the measuring, and tells
 * nothing about searching. Questions are embedded by the product's model.
 */
final class Composed implements Embeddings {

    private static final List<String> WHO = List.of(
            "students", "pensioners", "sole traders", "joint holders", "premium members", "minors", "landlords", "charities",
            "freelancers", "residents abroad", "new arrivals", "carers", "shift workers", "farmers", "start-ups");

    private static final List<String> WHAT = List.of(
            "debit card", "credit card", "savings pot", "home loan", "car loan", "overdraft", "standing order", "cheque book",
            "safe deposit box", "travel wallet", "bond", "brokerage account", "prepaid card", "bridging loan", "gift card",
            "notice account", "escrow account", "fleet card", "virtual card", "annuity");

    private static final List<String> DOES = List.of(
            "is replaced", "is blocked", "is renewed", "is closed", "is upgraded", "is transferred", "is insured", "is audited",
            "is repaid early", "is frozen", "is reported lost", "is opened online", "is paid in instalments", "is converted");

    private static final List<String> HOW = List.of(
            "within %d working days", "for a fee of %d", "up to a limit of %d a month", "after %d months of membership",
            "at a rate of %d per mille", "if the balance stays above %d", "with %d witnesses", "no more than %d times a year",
            "once %d documents were shown", "unless %d payments were missed");

    private static final int SENTENCES = 3_000;
    private static final int PASSAGES = 5;
    private static final double OWN = 0.25;

    private final Random random = new Random(20_261_121);
    private final Embeddings model = Embeddings.local();
    private final List<String> sentences = new ArrayList<>();
    private final Map<String, float[]> vectors = new HashMap<>();
    private long embedding;

    Composed() {
        while (vectors.size() < SENTENCES) {
            vectors.put(sentence(), new float[0]);
        }
        sentences.addAll(vectors.keySet());
        List<float[]> made = model.embed(sentences);
        for (int i = 0; i < made.size(); i++) {
            vectors.put(sentences.get(i), made.get(i));
        }
    }

    private String sentence() {
        return "For %s the %s %s %s."
                .formatted(any(WHO), any(WHAT), any(DOES), any(HOW).formatted(1 + random.nextInt(900)));
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    List<Edition> library(int passages) {
        List<Edition> library = new ArrayList<>();
        while (library.size() * PASSAGES < passages) {
            String title = "%s: %s (%d)".formatted(any(WHAT), any(WHO), library.size());
            List<Section> sections = new ArrayList<>();
            for (int i = 0; i < PASSAGES; i++) {
                sections.add(Section.of(
                        "When the %s %s".formatted(any(WHAT), any(DOES)),
                        String.join("\n", any(sentences), any(sentences), any(sentences), any(sentences))));
            }
            library.add(new Edition(
                    "d" + library.size(), 1, title, "made", "en", AppliesTo.ALL, sections, Instant.EPOCH, null));
        }
        return library;
    }

    /** As customers ask: not in the sentences' own words and order. */
    String question() {
        return "I am one of the %s, what happens when my %s %s, and is that %s?"
                .formatted(any(WHO), any(WHAT), any(DOES), any(HOW).formatted(1 + random.nextInt(900)));
    }

    /** Passages. */
    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.stream().map(this::composed).toList();
    }

    private float[] composed(String passage) {
        float[] sum = new float[DIMENSIONS];
        for (String line : passage.split("\n")) {
            float[] sentence = vectors.get(line);
            for (int i = 0; sentence != null && i < sum.length; i++) {
                sum[i] += sentence[i];
            }
        }
        toLengthOne(sum);
        Random own = new Random(passage.hashCode());
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (float) (OWN * own.nextGaussian() / Math.sqrt(DIMENSIONS));
        }
        toLengthOne(sum);
        return sum;
    }

    /** A question. */
    @Override
    public float[] embed(String text) {
        long begun = System.nanoTime();
        float[] vector = model.embed(text);
        embedding += System.nanoTime() - begun;
        return vector;
    }

    /** Nanoseconds that went into questions since last asked. */
    long embedding() {
        long spent = embedding;
        embedding = 0;
        return spent;
    }

    private static void toLengthOne(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += number * number;
        }
        for (int i = 0; i < vector.length && squares > 0; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
    }
}
