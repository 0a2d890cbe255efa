package io.openteller.platform.embedding.internal;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.Objects;

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

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final Pooling pooling;

    /** @param name of the model's files at the root of the class path */
    OnnxSentences(String name, Pooling pooling) {
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

    /** Length one. */
    float[] vector(String text) {
        Encoding pieces = tokenizer.encode(text);
        long[] shape = {1, pieces.getIds().length};
        try (var ids = tensor(pieces.getIds(), shape);
                var mask = tensor(pieces.getAttentionMask(), shape);
                var types = tensor(pieces.getTypeIds(), shape);
                var result = session.run(
                        Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return pooled(((OnnxTensor) result.get(0)).getFloatBuffer(), pieces.getIds().length);
        } catch (OrtException failure) {
            throw new IllegalStateException("the model could not read a text", failure);
        }
    }

    private OnnxTensor tensor(long[] numbers, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
    }

    private float[] pooled(FloatBuffer states, int pieces) {
        int width = states.remaining() / pieces;
        float[] vector = new float[width];
        states.get(vector);
        if (pooling == Pooling.MEAN) {
            for (int at = width; at < width * pieces; at++) {
                vector[at % width] += states.get(at);
            }
        }
        double squares = 0;
        for (float number : vector) {
            squares += number * number;
        }
        float norm = (float) Math.sqrt(squares);
        for (int i = 0; i < width; i++) {
            vector[i] /= norm;
        }
        return vector;
    }

    private static InputStream resource(String file) {
        return Objects.requireNonNull(OnnxSentences.class.getResourceAsStream("/" + file), file);
    }
}
