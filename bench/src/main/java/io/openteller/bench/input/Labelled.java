package io.openteller.bench.input;

import java.nio.file.Path;
import java.util.List;

/** A message and what it is labelled with. */
public record Labelled(String text, String label, String kind) {

    /** The label of what no intent is about, in files that have such rows. */
    public static final String OUT_OF_SCOPE = "oos";

    public static final String IN_SCOPE = "in_scope";

    private static final List<String> OUTSIDE = List.of(OUT_OF_SCOPE, "NO_NODES_DETECTED");

    /** Rows with {@code text} or {@code sentence}, {@code label} or {@code category}, and possibly {@code kind}. */
    public static List<Labelled> of(Path file) {
        return Rows.of(file).stream().map(Labelled::of).toList();
    }

    public boolean isInScope() {
        return !label.equals(OUT_OF_SCOPE);
    }

    private static Labelled of(Row row) {
        String label = row.text("label", "category");
        String kind = row.optionalText("kind").orElse("");
        boolean outside = OUTSIDE.contains(label) || (!kind.isEmpty() && !kind.equals(IN_SCOPE));
        return new Labelled(row.text("text", "sentence"), outside ? OUT_OF_SCOPE : label, kind);
    }
}
