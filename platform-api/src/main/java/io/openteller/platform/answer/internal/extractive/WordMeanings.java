package io.openteller.platform.answer.internal.extractive;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.openteller.platform.embedding.ByteVector;
import io.openteller.platform.embedding.KeptVectors;
import io.openteller.platform.embedding.KeptVectors.Kind;
import io.openteller.platform.embedding.TextHash;
import io.openteller.platform.embedding.WordVectors;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of texts as vectors that know the words around them. Safe for concurrent use. */
final class WordMeanings {

    /** Of the heap, for the sentences of documents: with 1.5 GB some nine thousand, each alone and under its heading. */
    private static final int SHARE = 10;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+(?:[.,:'’][\\p{L}\\p{M}\\p{Nd}]+)*|[£$€₹%]");

    private final WordVectors vectors;
    private final KeptVectors kept;
    /** By what the text hashes to. The model reads a sentence in a millisecond, and a question looks at two dozen of them. */
    private final Cache<TextHash, List<ByteVector>> known = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE)
            .weigher((TextHash hash, List<ByteVector> words) ->
                    words.stream().mapToInt(ByteVector::bytes).sum())
            .build();

    /** @param vectors of length one, one for each word */
    record Words(List<String> texts, List<ByteVector> vectors) {}

    WordMeanings(WordVectors vectors, KeptVectors kept) {
        this.vectors = vectors;
        this.kept = kept;
    }

    /** Of what a customer said: nothing of it is kept. */
    Words ofQuestion(String text) {
        List<MatchResult> words = words(text);
        return new Words(words.stream().map(MatchResult::group).toList(), read(text, words));
    }

    /** Of what stands in a document, and is asked about again. */
    List<ByteVector> ofSource(String text) {
        return known.get(TextHash.of(text), hash -> {
            byte[] before = kept.of(Kind.WORDS, hash);
            if (before != null) {
                return ByteVector.read(before);
            }
            List<ByteVector> made = read(text, words(text));
            kept.keep(Kind.WORDS, hash, ByteVector.written(made));
            return made;
        });
    }

    private static List<MatchResult> words(String text) {
        return WORD.matcher(text).results().toList();
    }

    private List<ByteVector> read(String text, List<MatchResult> words) {
        float[][] read = vectors.of(
                text,
                words.stream().mapToInt(MatchResult::start).toArray(),
                words.stream().mapToInt(MatchResult::end).toArray());
        return Arrays.stream(read).map(ByteVector::of).toList();
    }
}
