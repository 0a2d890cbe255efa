package io.openteller.packages;

import java.util.List;

/**
 * What changes for a bank from one package to another, in words for the second person who approves.
 *
 * @param from version; empty when nothing was approved before
 * @param to version
 */
public record Difference(String from, String to, List<Line> lines) {

    /** @param widens whether the plugin can do, reach, see or use more than before */
    public record Line(Kind kind, Change change, boolean widens, String words) {}

    /** What the line is about. */
    public enum Kind {
        CAPABILITY,
        EGRESS,
        DATA,
        RESOURCE,
        SETTING
    }

    /** What became of it. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    public Difference {
        lines = List.copyOf(lines);
    }

    /** From what a bank approved to what it would get. */
    public static Difference between(Manifest from, Manifest to) {
        return new Difference(from.version(), to.version(), Differences.lines(from, to));
    }

    /** Everything is new to a bank that approved nothing yet. */
    public static Difference first(Manifest to) {
        return new Difference("", to.version(), Differences.lines(Differences.nothing(to), to));
    }

    /** Whether a second person must approve: more capabilities or riskier ones, more hosts, or more classes of data. */
    public boolean widened() {
        return lines.stream().anyMatch(Line::widens);
    }
}
