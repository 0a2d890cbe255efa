package io.openteller.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What a suite measured: metrics for programs, the same and more as tables for people. */
public final class Report {

    private final SequencedMap<String, Object> metrics = new LinkedHashMap<>();
    private final List<Table> tables = new ArrayList<>();
    private boolean failed;

    /** @param value a number, a text, or a map of these; shares are between 0 and 1 */
    public Report metric(String key, Object value) {
        metrics.put(key, value);
        return this;
    }

    public Report table(Table table) {
        tables.add(table);
        return this;
    }

    /** What must hold does not: the command ends with 1. */
    public Report failed() {
        failed = true;
        return this;
    }

    public boolean isFailed() {
        return failed;
    }

    public SequencedMap<String, Object> metrics() {
        return metrics;
    }

    public List<Table> tables() {
        return List.copyOf(tables);
    }

    /** The single figures as a table, then one for each figure that is broken down, then the suite's own. */
    String forPeople() {
        List<List<String>> figures = new ArrayList<>();
        List<Table> all = new ArrayList<>();
        metrics.forEach((key, value) -> {
            if (value instanceof Map<?, ?> parts) {
                all.add(new Table(
                        List.of(key, "figure"),
                        parts.entrySet().stream()
                                .map(part -> List.of(String.valueOf(part.getKey()), Table.figure(part.getValue())))
                                .toList()));
            } else {
                figures.add(List.of(key, Table.figure(value)));
            }
        });
        all.addFirst(new Table(List.of("measure", "figure"), figures));
        all.addAll(tables);
        return String.join("\n", all.stream().map(Table::text).toList());
    }
}
