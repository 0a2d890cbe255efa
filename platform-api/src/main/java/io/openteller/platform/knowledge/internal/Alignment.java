package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.internal.Difference.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds which of the lines that went became which of those that came: the pairing, in order, whose lines have most words in
 * common. Lines that share too little are not a change of each other.
 */
final class Alignment {

    private static final double ENOUGH = 0.35;

    /** Beyond this many comparisons, lines are paired as they come. */
    private static final long MOST = 250_000;

    private final List<Line> left;
    private final List<Line> right;

    private Alignment(List<Line> left, List<Line> right) {
        this.left = left;
        this.right = right;
    }

    static List<Row> of(List<String> left, List<String> right) {
        Alignment alignment = new Alignment(
                left.stream().map(Line::of).toList(), right.stream().map(Line::of).toList());
        return (long) left.size() * right.size() > MOST ? alignment.asTheyCome() : alignment.best();
    }

    private List<Row> asTheyCome() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            if (i >= right.size()) {
                rows.add(Row.removed(left.get(i).text()));
            } else if (i >= left.size()) {
                rows.add(Row.added(right.get(i).text()));
            } else {
                rows.add(left.get(i).changedTo(right.get(i)));
            }
        }
        return rows;
    }

    private List<Row> best() {
        double[][] score = new double[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                double apart = Math.max(score[i + 1][j], score[i][j + 1]);
                double alike = likeness(i, j);
                score[i][j] = alike < ENOUGH ? apart : Math.max(apart, alike + score[i + 1][j + 1]);
            }
        }
        return walked(score);
    }

    private List<Row> walked(double[][] score) {
        List<Row> rows = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            if (i == left.size()) {
                rows.add(Row.added(right.get(j++).text()));
            } else if (j == right.size() || score[i][j] == score[i + 1][j]) {
                rows.add(Row.removed(left.get(i++).text()));
            } else if (score[i][j] == score[i][j + 1]) {
                rows.add(Row.added(right.get(j++).text()));
            } else {
                rows.add(left.get(i++).changedTo(right.get(j++)));
            }
        }
        return rows;
    }

    private double likeness(int i, int j) {
        return left.get(i).likeness(right.get(j));
    }
}
