package io.openteller.platform.guard.internal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A model of this room as it was learned when the platform was built, so that no start waits for it. One that was learned
 * from other phrasings or lists than those of this build is not used.
 *
 * @param inputs the word files that it is learned from
 */
record LearntFile(String name, List<String> inputs) {

    static final LearntFile NAMES = new LearntFile("names", List.of("name-sentences.txt", "given-names.txt",
            "family-names.txt", "places.txt", "nationalities.txt", "job-words.txt", "companies.txt", "common-words.txt"));
    static final LearntFile INJECTION = new LearntFile("injection", List.of("attacks.txt", "ordinary.txt"));
    static final LearntFile ABUSE = new LearntFile("abuse", List.of("abuse.txt"));

    /** Reads or writes what a model consists of. */
    interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    /** Empty when this build has none, or one that was learned from something else. */
    <T> Optional<T> read(Reader<T> reader) {
        return read(LearntFile.class.getResourceAsStream("/" + resource()), reader);
    }

    <T> Optional<T> read(@org.jspecify.annotations.Nullable InputStream stored, Reader<T> reader) {
        if (stored == null) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stored)))) {
            return in.readUTF().equals(fingerprint()) ? Optional.of(reader.read(in)) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void write(Path file, Writer writer) throws IOException {
        try (var out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            out.writeUTF(fingerprint());
            writer.write(out);
        }
    }

    String resource() {
        return "guard/" + name + ".bin";
    }

    String fingerprint() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            for (String input : inputs) {
                hash.update((input + "\n").getBytes(StandardCharsets.UTF_8));
                WordLists.lines(input).forEach(line -> hash.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            }
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Most of the weights of a model in fixed slots are nothing. */
    static void writeSparse(DataOutputStream out, float[] weights) throws IOException {
        int filled = 0;
        for (float weight : weights) {
            filled += weight == 0 ? 0 : 1;
        }
        out.writeInt(filled);
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                out.writeInt(i);
                out.writeFloat(weights[i]);
            }
        }
    }

    static void readSparse(DataInputStream in, float[] weights) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            weights[in.readInt()] = in.readFloat();
        }
    }
}
