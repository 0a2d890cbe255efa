package io.openteller.bench.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Row;
import io.openteller.bench.input.Rows;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A question and the documents that belong to it. */
record Sought(String question, Set<String> relevant) {

    private static final List<String> LISTS = List.of("relevant", "gold_docs");

    /** Rows that name no document ask for none and are left out. */
    static List<Sought> of(Path file) {
        List<Sought> all = Rows.of(file).stream()
                .map(Sought::of)
                .filter(sought -> !sought.relevant().isEmpty())
                .toList();
        if (all.isEmpty()) {
            throw new BadInput(file + ": no query names a document");
        }
        return all;
    }

    private static Sought of(Row row) {
        Set<String> relevant = new TreeSet<>();
        boolean named = false;
        for (String list : LISTS) {
            JsonNode node = row.fields().get(list);
            if (node != null) {
                if (!node.isArray()) {
                    throw new BadInput(row.where() + ": " + list + " is not a list");
                }
                named = true;
                node.forEach(id -> relevant.add(id.asText()));
            }
        }
        if (!named) {
            if (!row.fields().has("document")) {
                throw new BadInput(row.where() + ": no field relevant, gold_docs or document");
            }
            row.optionalText("document").ifPresent(relevant::add);
        }
        return new Sought(row.text("query", "text", "question"), relevant);
    }
}
