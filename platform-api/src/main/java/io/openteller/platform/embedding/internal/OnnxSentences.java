package io.openteller.platform.embedding.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.openteller.platform.embedding.TextHash;
import io.openteller.platform.embedding.WordVectors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A sentence model run by ONNX Runtime on this machine's processors; any number of threads may ask it at once.
 *
 * <p>One thread inside a request, so that requests do not fight for processors; and one text in a request, because a quantized
 * model scales its numbers by the largest in the request: among others a text would get a slightly different vector.
 */
final class OnnxSentences {

    /** How the vector of the text comes from those of its pieces. */
    enum Pooling {
        MEAN,
        FIRST
    }

    /** In pieces of words; the models know no more places. */
    private static final int LONGEST = 512;

    /** Vectors of texts that were asked for lately, some 30 MB at most: one message is looked at by several rooms. */
    private static final int REMEMBERED = 16_000;

    /** In numbers, of four bytes each: that of some hundred messages. */
    private static final int LATELY = 4_000_000;

    /** One of each model in a process: it is the same for everybody, and what the runtime takes is not the heap's. */
    private static final Map<String, OnnxSentences> LOADED = new ConcurrentHashMap<>();

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final Pooling pooling;
    /** By what the text hashes to: nothing that anybody wrote is kept here. */
    private final Cache<TextHash, float[]> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    /** One message's words and its whole are asked for by several rooms, one right after the other. */
    private final Cache<TextHash, States> lately = Caffeine.newBuilder()
            .maximumWeight(LATELY)
            .weigher((TextHash hash, States states) -> states.numbers().length)
            .build();

    /**
     * @param name of the model's files at the root of the class path
     * @param pooling that the model was trained with
     */
    static OnnxSentences of(String name, Pooling pooling) {
        return LOADED.computeIfAbsent(name, model -> new OnnxSentences(model, pooling));
    }

    private OnnxSentences(String name, Pooling pooling) {
        this.pooling = pooling;
        try (InputStream model = resource(name + ".onnx");
                InputStream pieces = resource(name + "-tokenizer.json");
                var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model.readAllBytes(), options);
            tokenizer = HuggingFaceTokenizer.newInstance(
                    pieces,
                    Map.of("padding", "false", "truncation", "true", "maxLength", "" + LONGEST, "modelMaxLength", "" + LONGEST));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (OrtException failure) {
            throw new IllegalStateException("cannot load the model " + name, failure);
        }
    }

    /** Length one; the caller's own. */
    float[] vector(String text) {
        return remembered.get(TextHash.of(text), hash -> made(text)).clone();
    }

    private float[] made(String text) {
        return pooled(states(text));
    }

    /** Of each word the sum of its pieces, of length one; all zero for a word that the model does not reach. */
    float[][] words(String text, int[] starts, int[] ends) {
        if (text.isBlank()) {
            return new float[starts.length][WordVectors.DIMENSIONS];
        }
        States states = states(text);
        CharSpan[] places = states.places();
        int width = states.width();
        float[][] words = new float[starts.length][width];
        int word = 0;
        for (int piece = 0; piece < places.length && word < words.length; piece++) {
            CharSpan place = places[piece];
            if (place == null) {
                continue;
            }
            while (word < words.length && ends[word] <= place.getStart()) {
                word++;
            }
            if (word < words.length && starts[word] < place.getEnd()) {
                for (int d = 0; d < width; d++) {
                    words[word][d] += states.numbers()[piece * width + d];
                }
            }
        }
        for (float[] vector : words) {
            toLengthOne(vector);
        }
        return words;
    }

    /** What the model makes of each piece of a text, one after the other, and where the pieces are; some places are null. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record States(float[] numbers, CharSpan[] places) {
        int width() {
            return numbers.length / places.length;
        }
    }

    private States states(String text) {
        return lately.get(TextHash.of(text), hash -> read(tokenizer.encode(text)));
    }

    private States read(Encoding pieces) {
        long[] shape = {1, pieces.getIds().length};
        try (var ids = tensor(pieces.getIds(), shape);
                var mask = tensor(pieces.getAttentionMask(), shape);
                var types = tensor(pieces.getTypeIds(), shape);
                var result = session.run(
                        Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            FloatBuffer found = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] numbers = new float[found.remaining()];
            found.get(numbers);
            return new States(numbers, pieces.getCharTokenSpans());
        } catch (OrtException failure) {
            throw new IllegalStateException("the model could not read a text", failure);
        }
    }

    private OnnxTensor tensor(long[] numbers, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
    }

    private float[] pooled(States states) {
        int width = states.width();
        float[] vector = Arrays.copyOf(states.numbers(), width);
        if (pooling == Pooling.MEAN) {
            for (int at = width; at < states.numbers().length; at++) {
                vector[at % width] += states.numbers()[at];
            }
        }
        toLengthOne(vector);
        return vector;
    }

    private static void toLengthOne(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += number * number;
        }
        float norm = (float) Math.sqrt(squares);
        for (int i = 0; norm > 0 && i < vector.length; i++) {
            vector[i] /= norm;
        }
    }

    private static InputStream resource(String file) {
        return Objects.requireNonNull(OnnxSentences.class.getResourceAsStream("/" + file), file);
    }
}
