package io.openteller.bench.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** A place in a text and the kind of thing there. */
record Marked(int start, int end, String kind) {

    private static final double HALF = 0.5;
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[\\s,.-]*");

    /** The same place, give or take: what both cover is at least half of what either covers. */
    boolean covers(Marked other) {
        int both = Math.min(end, other.end) - Math.max(start, other.start);
        int either = Math.max(end, other.end) - Math.min(start, other.start);
        return both >= HALF * either;
    }

    boolean exactly(Marked other) {
        return start == other.start && end == other.end;
    }

    /** Parts of one address count as one place, whether they are marked apart or together. */
    static List<Marked> joined(List<Marked> marked, String text) {
        List<Marked> joined = new ArrayList<>();
        for (Marked next :
                marked.stream().sorted(Comparator.comparingInt(Marked::start)).toList()) {
            Marked last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && last.kind.equals(PiiKinds.PLACE)
                    && next.kind.equals(PiiKinds.PLACE)
                    && BETWEEN_PARTS
                            .matcher(text.substring(Math.min(last.end, next.start), next.start))
                            .matches()) {
                joined.set(joined.size() - 1, new Marked(last.start, Math.max(last.end, next.end), last.kind));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }
}
