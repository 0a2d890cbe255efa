package io.openteller.platform.reading.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** A table of a document as lines, each of which says what its values are: {@code Gold; Fee: 10; Limit: 200}. */
final class Table {

    private static final int WIDEST_SPAN = 20;

    private Table() {}

    static List<String> lines(Element table) {
        List<List<String>> rows = grid(table);
        if (rows.isEmpty()) {
            return List.of();
        }
        boolean headed = !table.select("th").isEmpty() || looksLikeHeader(rows);
        List<String> columns = rows.getFirst();
        List<String> lines = new ArrayList<>();
        for (List<String> row : headed && rows.size() > 1 ? rows.subList(1, rows.size()) : rows) {
            List<String> said = new ArrayList<>();
            for (int c = 0; c < row.size(); c++) {
                boolean named = headed && c > 0 && c < columns.size() && !columns.get(c).isBlank();
                if (!row.get(c).isBlank()) {
                    said.add(named && rows.size() > 1 ? columns.get(c) + ": " + row.get(c) : row.get(c));
                }
            }
            if (!said.isEmpty()) {
                lines.add(String.join("; ", said));
            }
        }
        return lines;
    }

    /** Word marks no header cells: a first row without digits above rows with some is one. */
    private static boolean looksLikeHeader(List<List<String>> rows) {
        List<String> first = rows.getFirst();
        return rows.size() > 1
                && first.size() > 1
                && first.stream().noneMatch(cell -> cell.isBlank() || cell.length() > 60 || hasDigit(cell))
                && rows.stream().skip(1).anyMatch(row -> row.stream().anyMatch(Table::hasDigit));
    }

    private static boolean hasDigit(String cell) {
        return cell.chars().anyMatch(Character::isDigit);
    }

    /** Cells that span rows or columns stand in each of them. */
    private static List<List<String>> grid(Element table) {
        List<List<String>> rows = new ArrayList<>();
        Map<Integer, Map<Integer, String>> fromAbove = new HashMap<>();
        for (Element tr : table.select("tr")) {
            if (tr.closest("table") != table) {
                continue;
            }
            int at = rows.size();
            List<String> row = new ArrayList<>();
            for (Element cell : tr.children()) {
                fill(row, fromAbove.getOrDefault(at, Map.of()));
                String text = cell.text().strip();
                for (int across = span(cell, "colspan"); across > 0; across--) {
                    for (int down = 1; down < span(cell, "rowspan"); down++) {
                        fromAbove.computeIfAbsent(at + down, r -> new HashMap<>()).put(row.size(), text);
                    }
                    row.add(text);
                }
            }
            fill(row, fromAbove.getOrDefault(at, Map.of()));
            rows.add(row);
        }
        return rows;
    }

    private static void fill(List<String> row, Map<Integer, String> fromAbove) {
        while (fromAbove.containsKey(row.size())) {
            row.add(fromAbove.getOrDefault(row.size(), ""));
        }
    }

    private static int span(Element cell, String attribute) {
        String said = cell.attr(attribute);
        return said.matches("[1-9][0-9]?") ? Math.min(WIDEST_SPAN, Integer.parseInt(said)) : 1;
    }
}
