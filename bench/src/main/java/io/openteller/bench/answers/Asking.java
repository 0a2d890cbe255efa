package io.openteller.bench.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Row;
import io.openteller.bench.input.Rows;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A labelled question.
 *
 * @param documents any of these has the answer; empty where the file does not say
 * @param facts any of these in the reply makes it right; empty where the document alone decides
 * @param cited whether a reply must also come from such a document: a figure may stand in others, where it means something else
 */
record Asking(
        String text, String language, List<String> earlier, boolean answerable, List<String> documents, List<String> facts, String kind, boolean cited) {

    private static final Set<Character.UnicodeScript> READABLE = EnumSet.of(
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.DEVANAGARI,
            Character.UnicodeScript.COMMON,
            Character.UnicodeScript.INHERITED);

    static List<Asking> of(Path file, boolean cited) {
        return Rows.of(file).stream().map(row -> of(row, cited)).toList();
    }

    private static Asking of(Row row, boolean cited) {
        List<String> documents = texts(row, "document", "relevant", "documents", "gold_docs", "doc");
        List<String> facts = texts(row, "answerContains", "answers", "answer", "expected", "contains");
        return new Asking(
                row.text("question", "text", "query"),
                row.optionalText("language").orElse(""),
                texts(row, "earlier"),
                answerable(row, documents, facts),
                documents,
                facts,
                row.optionalText("kind").orElse(""),
                cited);
    }

    private static boolean answerable(Row row, List<String> documents, List<String> facts) {
        String said = row.optionalText("answerable", "is_answerable", "supported")
                .orElse(row.optionalText("unanswerable", "is_impossible")
                        .map(not -> Boolean.toString(!isTrue(not)))
                        .orElse(""));
        if (said.isEmpty()) {
            return !documents.isEmpty() || !facts.isEmpty();
        }
        boolean answerable = isTrue(said);
        if (answerable && documents.isEmpty() && facts.isEmpty()) {
            throw new BadInput(row.where() + ": answerable, but neither a document nor an answer is given");
        }
        return answerable;
    }

    private static boolean isTrue(String value) {
        return value.equalsIgnoreCase("true") || value.equals("1") || value.equalsIgnoreCase("yes");
    }

    /** One text, a list of texts, or a list of objects with a text. */
    private static List<String> texts(Row row, String... names) {
        for (String name : names) {
            JsonNode node = row.fields().get(name);
            if (node == null || node.isNull()) {
                continue;
            }
            List<String> texts = new ArrayList<>();
            for (JsonNode one : node.isArray() ? node : List.of(node)) {
                String text = one.isObject() ? one.path("text").asText(one.path("id").asText("")) : one.asText();
                if (!text.isBlank()) {
                    texts.add(text);
                }
            }
            return List.copyOf(texts);
        }
        return List.of();
    }

    /** Whether a reply from these documents answers it. */
    boolean isAnsweredBy(String reply, List<String> sources) {
        if (!answerable) {
            return false;
        }
        String said = plain(reply);
        return facts.isEmpty()
                ? sources.stream().anyMatch(documents::contains)
                : facts.stream().anyMatch(fact -> said.contains(plain(fact))) && (!cited || sources.stream().anyMatch(this::isIn));
    }

    /** Scripts that the sentence models cannot read have numbers of their own, set by hand. */
    boolean isReadable() {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> READABLE.contains(Character.UnicodeScript.of(letter)));
    }

    /** Whether it is a document that has the answer; always, where the file names none. */
    boolean isIn(String document) {
        return documents.isEmpty() || documents.contains(document);
    }

    boolean isFact(String text) {
        String said = plain(text);
        return facts.stream().anyMatch(fact -> said.contains(plain(fact)));
    }

    private static String plain(String text) {
        return Stream.of(Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("(?<=\\p{Nd}),(?=\\p{Nd})", "")
                        .split("[\\s*_]+"))
                .reduce("", (one, other) -> one + " " + other)
                .strip();
    }
}
