package io.openteller.platform.understanding.internal;

import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.understanding.TrainedIntents.Provenance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A {@link Cascade} as bytes: the numbers as they are, without the examples' texts. */
final class CascadeBytes {

    private static final int FORMAT = 1;

    private CascadeBytes() {}

    static byte[] write(Cascade model) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeInt(model.intents().size());
            for (String intent : model.intents()) {
                out.writeUTF(intent);
            }
            write(out, model.provenance());
            write(out, model.calibration());
            write(out, model.grams().hashes());
            write(out, model.grams().rarity());
            write(out, model.words().weights());
            write(out, model.words().offsets());
            write(out, model.kernel().labels());
            write(out, model.kernel().columns());
            write(out, model.kernel().weights());
            write(out, model.kernel().gramWeights());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Cascade read(byte[] bytes, SentenceVectors vectors) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORMAT) {
                throw new IllegalArgumentException("the stored intents are of another version; train them again");
            }
            List<String> intents = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                intents.add(in.readUTF());
            }
            var provenance =
                    new Provenance(in.readUTF(), in.readInt(), in.readInt(), in.readUTF(), in.readDouble());
            var calibration = new Calibration(in.readDouble(), in.readDouble(), in.readDouble());
            var grams = new Grams(readInts(in), readRow(in));
            var words = new WordModel(readRows(in), readRow(in));
            var kernel = new KernelModel(readInts(in), readRows(in), readRows(in), readRows(in));
            return new Cascade(
                    List.copyOf(intents), vectors, grams, words, kernel, calibration, List.of(), provenance);
        } catch (IOException failure) {
            throw new IllegalArgumentException("the stored intents cannot be read", failure);
        }
    }

    private static void write(DataOutputStream out, Provenance provenance) throws IOException {
        out.writeUTF(provenance.dataHash());
        out.writeInt(provenance.examples());
        out.writeInt(provenance.intents());
        out.writeUTF(provenance.parameters());
        out.writeDouble(provenance.accuracy());
    }

    private static void write(DataOutputStream out, Calibration calibration) throws IOException {
        out.writeDouble(calibration.sharpness());
        out.writeDouble(calibration.sureFrom());
        out.writeDouble(calibration.usualScope());
    }

    private static void write(DataOutputStream out, float[][] rows) throws IOException {
        out.writeInt(rows.length);
        for (float[] row : rows) {
            write(out, row);
        }
    }

    private static void write(DataOutputStream out, float[] row) throws IOException {
        out.writeInt(row.length);
        ByteBuffer buffer = ByteBuffer.allocate(row.length * Float.BYTES);
        buffer.asFloatBuffer().put(row);
        out.write(buffer.array());
    }

    private static void write(DataOutputStream out, int[] row) throws IOException {
        out.writeInt(row.length);
        for (int number : row) {
            out.writeInt(number);
        }
    }

    private static int[] readInts(DataInputStream in) throws IOException {
        int[] row = new int[in.readInt()];
        for (int i = 0; i < row.length; i++) {
            row[i] = in.readInt();
        }
        return row;
    }

    private static float[][] readRows(DataInputStream in) throws IOException {
        float[][] rows = new float[in.readInt()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = readRow(in);
        }
        return rows;
    }

    private static float[] readRow(DataInputStream in) throws IOException {
        float[] row = new float[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(row.length * Float.BYTES)).asFloatBuffer().get(row);
        return row;
    }
}
