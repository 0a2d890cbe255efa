package io.openteller.platform.answer.internal.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.answer.Composed;
import io.openteller.platform.answer.Question;
import io.openteller.platform.embedding.KeptVectors;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.embedding.TextHash;
import io.openteller.platform.embedding.WordVectors;
import io.openteller.platform.retrieval.Passage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What of an answer is kept beyond the process: what stands in documents, and nothing that the customer wrote. */
class KeptTextsTest {

    private static final SentenceVectors SENTENCES = SentenceVectors.local();
    private static final WordVectors WORDS = WordVectors.local();
    private static final String QUESTION = "What does a replacement plastic rectangle cost?";

    private final Map<Kept, byte[]> kept = new ConcurrentHashMap<>();
    private final Set<String> read = ConcurrentHashMap.newKeySet();

    private record Kept(KeptVectors.Kind kind, TextHash text) {}

    private final KeptVectors folder = new KeptVectors() {
        @Override
        public byte @Nullable [] of(Kind kind, TextHash text) {
            return kept.get(new Kept(kind, text));
        }

        @Override
        public void keep(Kind kind, TextHash text, byte[] vectors) {
            kept.put(new Kept(kind, text), vectors);
        }
    };

    @Test
    void the_next_process_reads_nothing_but_the_question_and_says_the_same() {
        Composed first = process().compose(Question.plain(QUESTION).in("en"), List.of(fees()));
        read.clear();
        Composed second = process().compose(Question.plain(QUESTION).in("en"), List.of(fees()));

        assertThat(second).isEqualTo(first);
        assertThat(second.confidence()).isEqualTo(
                new ExtractiveComposer(SENTENCES, WORDS, KeptVectors.NONE, 0).compose(Question.plain(QUESTION).in("en"), List.of(fees())).confidence());
        assertThat(read).contains(QUESTION).allMatch(text -> QUESTION.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }

    @Test
    void nothing_of_the_question_is_kept() {
        process().compose(Question.plain(QUESTION).in("en"), List.of(fees()));

        assertThat(kept).isNotEmpty();
        for (String text : List.of(QUESTION, QUESTION.toLowerCase(Locale.ROOT), "replacement", "plastic", "rectangle")) {
            for (KeptVectors.Kind kind : KeptVectors.Kind.values()) {
                assertThat(kept).doesNotContainKey(new Kept(kind, TextHash.of(text)));
            }
        }
    }

    private ExtractiveComposer process() {
        SentenceVectors sentences = text -> {
            read.add(text);
            return SENTENCES.of(text);
        };
        WordVectors words = (text, starts, ends) -> {
            read.add(text);
            return WORDS.of(text, starts, ends);
        };
        return new ExtractiveComposer(sentences, words, folder, 0);
    }

    private static Passage fees() {
        return new Passage(
                "cards", 1, 0, "Cards", "en", "Fees",
                "A new card costs £6. It is with you in five working days. A second card for the same account is free.",
                "", false, Instant.EPOCH, null, 1, 0.5, 0.7);
    }
}
