package io.openteller.platform.guard.internal.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The facts of one table: each cell, with the heads of its row and column. */
final class TableFacts {

    private static final Pattern SIGN = Pattern.compile(".*[₹£$€%].*");

    private final Map<String, Double> context;
    private final List<String> columns;
    private final List<Set<String>> heads;

    /** @param context terms of title and heading */
    TableFacts(String headRow, Map<String, Double> context) {
        this.columns = cells(headRow);
        this.heads = columns.stream().map(column -> Spoken.of(column).terms()).toList();
        this.context = new HashMap<>(context);
        heads.getFirst().forEach(term -> this.context.merge(term, 0.5, Math::max));
    }

    List<Fact> row(String line) {
        List<String> cells = cells(line);
        Set<String> head = Spoken.of(cells.getFirst()).terms();
        List<Fact> facts = new ArrayList<>();
        for (int i = 1; i < cells.size(); i++) {
            Spoken cell = Spoken.of(cells.get(i));
            String column = i < columns.size() ? columns.get(i) : "";
            Set<String> names = new LinkedHashSet<>(head);
            names.addAll(i < heads.size() ? heads.get(i) : Set.of());
            Map<String, Double> terms = new HashMap<>(context);
            Set<String> own = cell.terms();
            names.forEach(term -> terms.put(term, 1.0));
            own.forEach(term -> terms.put(term, 1.0));
            List<Figure> figures = cell.figures().stream().map(figure -> inColumn(figure, column, cells.getFirst())).toList();
            Set<String> denied = Denials.in(new Clause(cell, 0, cell.text().length(), cell.figures()));
            facts.add(new Fact(terms, names, own, figures, List.of(), false, denied, Set.of(), cells.getFirst() + ", " + column + ": " + cell.text()));
        }
        return facts;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.replaceAll("^\\s*\\||\\|\\s*$", "").split("[|\t]", -1)).map(String::strip).toList();
    }

    /** With the unit and the period that only a head has. */
    private static Figure inColumn(Figure figure, String column, String row) {
        Figure with = figure;
        if (figure.unit().isEmpty() && SIGN.matcher(column).matches()) {
            String sign = column.replaceAll("[^₹£$€%]", "");
            List<Figure> read = FigureReader.read(sign.contains("%") ? figure.value() + "%" : sign + figure.value());
            with = read.size() == 1 ? figure.in(read.getFirst().kind(), read.getFirst().value(), read.getFirst().unit()) : figure;
        }
        return with.period().isEmpty() ? with.per(periodOf(column).isEmpty() ? periodOf(row) : periodOf(column)) : with;
    }

    private static String periodOf(String head) {
        List<Figure> probe = FigureReader.read(head + " 1");
        return probe.isEmpty() ? "" : probe.getLast().period();
    }
}
