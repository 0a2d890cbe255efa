package io.openteller.platform.understanding.internal;

import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.understanding.IntentTraining.Example;
import io.openteller.platform.understanding.TrainedIntents;
import io.openteller.platform.understanding.TrainedIntents.HeldOut;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every platform is taught, as it was trained when the platform was built, so that no start waits for it.
 *
 * <p>A model that was trained on other messages than those of this build is not used.
 *
 * @param examples what it is taught
 */
public record TaughtFile(String name, Supplier<List<Example>> examples) {

    static final TaughtFile STARTERS = new TaughtFile("starter-model", StarterModel::examples);
    static final TaughtFile MATTERS = new TaughtFile("matter-model", TaughtMatters::examples);

    private static final Logger log = LoggerFactory.getLogger(TaughtFile.class);

    /** What the build runs. The argument is the folder of the compiled classes and resources. */
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        List<TaughtFile> all = List.of(STARTERS, MATTERS);
        Path stamp = classes.resolveSibling("taught.stamp");
        String now = BuildStamp.of(
                classes,
                List.of("understanding", "io/openteller/platform/understanding", "io/openteller/platform/embedding"),
                all.stream().map(file -> file.in(classes)).collect(Collectors.toSet()));
        boolean made = all.stream().allMatch(file -> Files.exists(file.in(classes)));
        if (made && Files.exists(stamp) && Files.readString(stamp).equals(now)) {
            return;
        }
        SentenceVectors vectors = SentenceVectors.local();
        for (TaughtFile file : all) {
            System.out.println("training the " + file.name() + " (once for each change of it)");
            Files.write(file.in(classes), written(file.trained(vectors)));
        }
        Files.writeString(stamp, now);
    }

    /** As the build has trained it, else trained now. */
    TrainedIntents model(SentenceVectors vectors) {
        long begun = System.nanoTime();
        TrainedIntents model = read(vectors).orElseGet(() -> trained(vectors));
        log.info("{} ready ms={}", name, (System.nanoTime() - begun) / 1_000_000);
        return model;
    }

    private Cascade trained(SentenceVectors vectors) {
        return (Cascade)
                CascadeTraining.with(vectors).train(examples.get(), line -> log.debug("{}: {}", name, line));
    }

    private String resource() {
        return "/understanding/" + name + ".bin";
    }

    private Path in(Path classes) {
        return classes.resolve(resource().substring(1));
    }

    /** Empty when this build has none, or one that was trained on other messages. */
    private Optional<TrainedIntents> read(SentenceVectors vectors) {
        try (InputStream stored = TaughtFile.class.getResourceAsStream(resource())) {
            if (stored == null) {
                return Optional.empty();
            }
            Cascade model = read(stored.readAllBytes(), vectors);
            return Optional.<TrainedIntents>of(model)
                    .filter(one -> one.provenance().dataHash().equals(Examples.hash(examples.get())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] written(Cascade model) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            byte[] cascade = model.bytes();
            out.writeInt(cascade.length);
            out.write(cascade);
            out.writeInt(model.heldOut().size());
            for (HeldOut one : model.heldOut()) {
                out.writeUTF(one.intent());
                out.writeUTF(one.text());
                out.writeUTF(one.predicted());
                out.writeDouble(one.probability());
                out.writeDouble(one.scope());
                out.writeDouble(one.strangeScope());
            }
        }
        return bytes.toByteArray();
    }

    private static Cascade read(byte[] bytes, SentenceVectors vectors) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Cascade model = CascadeBytes.read(in.readNBytes(in.readInt()), vectors);
            List<HeldOut> heldOut = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                heldOut.add(new HeldOut(
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        in.readDouble(),
                        in.readDouble(),
                        in.readDouble()));
            }
            return model.with(List.copyOf(heldOut));
        }
    }
}
