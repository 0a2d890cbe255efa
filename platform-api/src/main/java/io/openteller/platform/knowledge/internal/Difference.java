package io.openteller.platform.knowledge.internal;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two versions side by side. */
@Serdeable
record Difference(int from, int to, List<Row> rows) {

    enum Kind {
        SAME,
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * @param left null where it was added
     * @param right null where it was removed
     * @param leftSpans of changed words, as begin and end in UTF-16 units; of changed rows only
     */
    @Serdeable
    record Row(
            Kind kind,
            @Nullable String left,
            @Nullable String right,
            @Nullable List<List<Integer>> leftSpans,
            @Nullable List<List<Integer>> rightSpans) {

        static Row same(String line) {
            return new Row(Kind.SAME, line, line, null, null);
        }

        static Row added(String line) {
            return new Row(Kind.ADDED, null, line, null, null);
        }

        static Row removed(String line) {
            return new Row(Kind.REMOVED, line, null, null, null);
        }
    }
}
