package io.openteller.platform.guard.internal.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.openteller.platform.guard.Evidence;
import java.util.List;

/**
 * Passages as sentences and facts. Those of documents are remembered, as replies rest on the same ones again and again; what has
 * no title was said for one customer, and is read and forgotten. Safe for concurrent use.
 */
final class ReadPassages {

    private static final int REMEMBERED = 2_000;

    private final Cache<Evidence, Read> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    record Read(List<Sentence> sentences, List<Fact> facts) {}

    Read of(Evidence passage) {
        return passage.title().isEmpty() ? read(passage) : known.get(passage, ReadPassages::read);
    }

    private static Read read(Evidence passage) {
        List<Sentence> sentences = Layout.ofSource(passage.text(), passage.title() + "\n" + passage.heading());
        return new Read(List.copyOf(sentences), List.copyOf(FactReader.read(passage, sentences)));
    }
}
