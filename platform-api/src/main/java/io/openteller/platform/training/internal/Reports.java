package io.openteller.platform.training.internal;

import io.openteller.platform.training.internal.Report.Cell;
import io.openteller.platform.training.internal.Report.Change;
import io.openteller.platform.training.internal.Report.Comparison;
import io.openteller.platform.training.internal.Report.Score;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what held-out examples tell. */
final class Reports {

    private static final int SAMPLES = 3;
    private static final int CHANGES = 60;

    private Reports() {}

    static Report of(List<HeldOutGuess> all, List<Report.Twins> duplicates, @Nullable Comparison comparison) {
        long right = all.stream().filter(HeldOutGuess::right).count();
        List<Cell> cells = cells(all);
        return new Report(
                share(right, all.size()), all.size(), scores(cells), cells, duplicates, comparison);
    }

    private record Place(String intent, String predicted) {}

    private static List<Cell> cells(List<HeldOutGuess> all) {
        Map<Place, List<String>> texts = new LinkedHashMap<>();
        for (HeldOutGuess one : all) {
            texts.computeIfAbsent(new Place(one.intent(), one.predicted()), place -> new ArrayList<>())
                    .add(one.text());
        }
        return texts.entrySet().stream()
                .map(entry -> new Cell(
                        entry.getKey().intent(),
                        entry.getKey().predicted(),
                        entry.getValue().size(),
                        entry.getKey().intent().equals(entry.getKey().predicted())
                                ? List.of()
                                : entry.getValue().stream().limit(SAMPLES).toList()))
                .sorted(Comparator.comparingInt(Cell::count)
                        .reversed()
                        .thenComparing(Cell::intent)
                        .thenComparing(Cell::predicted))
                .toList();
    }

    private static List<Score> scores(Collection<Cell> cells) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Cell cell : cells) {
            int[] own = counts.computeIfAbsent(cell.intent(), name -> new int[3]);
            own[0] += cell.count();
            int[] guessed = counts.computeIfAbsent(cell.predicted(), name -> new int[3]);
            guessed[1] += cell.count();
            own[2] += cell.intent().equals(cell.predicted()) ? cell.count() : 0;
        }
        return counts.entrySet().stream()
                .map(entry -> {
                    int[] of = entry.getValue();
                    double recall = share(of[2], of[0]);
                    double precision = share(of[2], of[1]);
                    double f1 = recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
                    return new Score(entry.getKey(), of[0], recall, precision, f1);
                })
                .sorted(Comparator.comparingDouble(Score::f1).thenComparing(Score::intent))
                .toList();
    }

    /** @param live what the other model makes of each of the same examples, in the same order */
    static Comparison compare(int liveModel, List<HeldOutGuess> candidate, List<String> live) {
        int both = 0;
        List<Change> better = new ArrayList<>();
        List<Change> worse = new ArrayList<>();
        for (int i = 0; i < candidate.size(); i++) {
            HeldOutGuess one = candidate.get(i);
            boolean liveRight = live.get(i).equals(one.intent());
            var change = new Change(one.text(), one.intent(), live.get(i), one.predicted());
            if (one.right() && liveRight) {
                both++;
            } else if (one.right()) {
                better.add(change);
            } else if (liveRight) {
                worse.add(change);
            }
        }
        List<Change> changes = new ArrayList<>(worse.subList(0, Math.min(CHANGES, worse.size())));
        changes.addAll(better.subList(0, Math.min(CHANGES, better.size())));
        return new Comparison(
                liveModel,
                candidate.size(),
                share(both + better.size(), candidate.size()),
                share(both + worse.size(), candidate.size()),
                better.size(),
                worse.size(),
                changes);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }
}
