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

/**
 * The starter intents as they were trained when the platform was built, so that no start waits for it.
 *
 * <p>A model that was trained on other messages than those of this build is not used.
 */
public final class StarterFile {

    private static final String RESOURCE = "/understanding/starter-model.bin";

    private StarterFile() {}

    /** What the build runs. The argument is the folder of the compiled classes and resources. */
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        Path file = classes.resolve(RESOURCE.substring(1));
        Path stamp = classes.resolveSibling("starter-model.stamp");
        String now = BuildStamp.of(classes, List.of("understanding", "io/openteller/platform/understanding",
                "io/openteller/platform/embedding"), file);
        if (Files.exists(file) && Files.exists(stamp) && Files.readString(stamp).equals(now)) {
            return;
        }
        System.out.println("training the starter intents (once for each change of them)");
        Cascade trained = (Cascade) CascadeTraining.with(SentenceVectors.local()).train(StarterModel.examples(), line -> {});
        Files.write(file, written(trained));
        Files.writeString(stamp, now);
    }

    /** Empty when this build has none, or one that was trained on other messages. */
    static Optional<TrainedIntents> read(SentenceVectors vectors, List<Example> examples) {
        try (InputStream stored = StarterFile.class.getResourceAsStream(RESOURCE)) {
            if (stored == null) {
                return Optional.empty();
            }
            Cascade model = read(stored.readAllBytes(), vectors);
            return Optional.<TrainedIntents>of(model)
                    .filter(one -> one.provenance().dataHash().equals(Examples.hash(examples)));
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
