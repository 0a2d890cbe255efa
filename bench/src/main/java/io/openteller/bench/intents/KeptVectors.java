package io.openteller.bench.intents;

import io.openteller.bench.input.BadInput;
import io.openteller.platform.embedding.SentenceVectors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Remembers the vectors of training texts between runs. Single texts are always read anew: their time is measured. */
record KeptVectors(SentenceVectors vectors, Path folder) implements SentenceVectors {

    @Override
    public float[] of(String text) {
        return vectors.of(text);
    }

    @Override
    public List<float[]> of(List<String> texts) {
        Path file = folder.resolve(
                UUID.nameUUIDFromBytes(String.join("\n", texts).getBytes(StandardCharsets.UTF_8)) + ".vectors");
        try {
            if (Files.exists(file)) {
                return read(ByteBuffer.wrap(Files.readAllBytes(file)));
            }
            List<float[]> fresh = vectors.of(texts);
            Files.createDirectories(folder);
            Files.write(file, written(fresh).array());
            return fresh;
        } catch (IOException failure) {
            throw new BadInput("--cache: cannot be used: " + failure.getMessage());
        }
    }

    private static ByteBuffer written(List<float[]> all) {
        ByteBuffer bytes = ByteBuffer.allocate(all.size() * DIMENSIONS * Float.BYTES);
        all.forEach(vector -> {
            for (float number : vector) {
                bytes.putFloat(number);
            }
        });
        return bytes;
    }

    private static List<float[]> read(ByteBuffer bytes) {
        List<float[]> all = new ArrayList<>();
        while (bytes.hasRemaining()) {
            float[] vector = new float[DIMENSIONS];
            for (int i = 0; i < DIMENSIONS; i++) {
                vector[i] = bytes.getFloat();
            }
            all.add(vector);
        }
        return all;
    }
}
