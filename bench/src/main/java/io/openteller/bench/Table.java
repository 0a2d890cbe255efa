package io.openteller.bench;

import java.util.List;
import java.util.Locale;

/** Columns under a heading, for a terminal. */
public record Table(List<String> heading, List<? extends List<String>> rows) {

    /** A share or another fraction to four places, anything else as it is. */
    public static String figure(Object value) {
        return value instanceof Double || value instanceof Float
                ? String.format(Locale.ROOT, "%.4f", ((Number) value).doubleValue())
                : String.valueOf(value);
    }

    String text() {
        int[] widths = new int[heading.size()];
        measure(widths, heading);
        rows.forEach(row -> measure(widths, row));
        StringBuilder text = new StringBuilder(line(widths, heading));
        for (int width : widths) {
            text.append("-".repeat(width)).append("  ");
        }
        text.append('\n');
        rows.forEach(row -> text.append(line(widths, row)));
        return text.toString();
    }

    private static void measure(int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], cells.get(i).length());
        }
    }

    private static String line(int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
        }
        return line.toString().stripTrailing() + "\n";
    }
}
