package io.openteller.platform.reading.internal;

import io.openteller.platform.reading.ReadDocument.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A sheet of rows as passages: pairs where its header names a question and an answer, otherwise one passage for each row that
 * says what its values are.
 */
final class Grid {

    private static final Set<String> QUESTION = Set.of(
            "question", "questions", "q", "ques", "faq", "faqs", "query", "customer question", "user question", "प्रश्न", "सवाल",
            "प्रश्नः", "sawal", "sawaal", "prashna", "prashn", "السؤال", "سؤال", "pregunta", "pergunta", "frage", "domanda",
            "प्रश्ने", "கேள்வி", "ప్రశ్న", "প্রশ্ন", "પ્રશ્ન", "ਸਵਾਲ", "سوال", "pytanie", "вопрос", "soru");

    private static final Set<String> ANSWER = Set.of(
            "answer", "answers", "a", "ans", "response", "reply", "उत्तर", "जवाब", "uttar", "jawab", "jawaab", "الجواب", "جواب",
            "الإجابة", "إجابة", "respuesta", "resposta", "réponse", "reponse", "antwort", "risposta", "பதில்", "సమాధానం",
            "উত্তর", "જવાબ", "ਜਵਾਬ", "odpowiedź", "ответ", "cevap");

    /** Columns for those who keep the list. */
    private static final Set<String> ASIDE = Set.of(
            "id", "no", "nr", "sr", "sr no", "s no", "sno", "sl no", "number", "category", "tag", "tags", "topic", "language",
            "lang", "owner", "status", "last updated", "updated", "क्रमांक", "श्रेणी");

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** @param number as the spreadsheet shows it, from 1 */
    record Row(int number, List<String> cells) {

        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }

        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    private Grid() {}

    /** @param name of the sheet: the heading of rows that have none of their own */
    static List<Section> sections(String name, List<Row> all) {
        List<Row> rows = all.stream().filter(row -> !row.isEmpty()).toList();
        for (int i = 0; i < Math.min(10, rows.size()); i++) {
            List<String> header = rows.get(i).cells().stream().map(Grid::normal).toList();
            int question = first(header, QUESTION);
            int answer = first(header, ANSWER);
            if (question >= 0 && answer >= 0) {
                return pairs(rows.subList(i, rows.size()), question, answer);
            }
        }
        return rows.isEmpty() ? List.of() : table(name, rows);
    }

    private static List<Section> pairs(List<Row> rows, int question, int answer) {
        Row header = rows.getFirst();
        List<Section> sections = new ArrayList<>();
        for (Row row : rows.subList(1, rows.size())) {
            if (!row.cell(question).isEmpty() && !row.cell(answer).isEmpty()) {
                StringBuilder text = new StringBuilder(row.cell(answer));
                for (int c = 0; c < row.cells().size(); c++) {
                    String column = header.cell(c);
                    boolean tells = c != question && c != answer && !column.isEmpty() && !ASIDE.contains(normal(column));
                    if (tells && !row.cell(c).isEmpty()) {
                        text.append('\n').append(column).append(": ").append(row.cell(c));
                    }
                }
                sections.add(new Section(row.cell(question), text.toString(), "row " + row.number(), true));
            }
        }
        return sections;
    }

    private static List<Section> table(String name, List<Row> rows) {
        Row first = rows.getFirst();
        boolean headed = rows.size() > 1
                && first.cells().stream().filter(cell -> !cell.isBlank()).count() > 1
                && first.cells().stream().noneMatch(cell -> cell.matches("[\\s\\p{Sc}]*[\\d.,]+[\\s%\\p{Sc}]*"));
        List<Section> sections = new ArrayList<>();
        for (Row row : headed ? rows.subList(1, rows.size()) : rows) {
            List<String> said = new ArrayList<>();
            for (int c = 0; c < row.cells().size(); c++) {
                String column = headed ? first.cell(c) : "";
                if (!row.cell(c).isEmpty()) {
                    said.add(column.isEmpty() ? row.cell(c) : column + ": " + row.cell(c));
                }
            }
            sections.add(new Section(name, String.join("; ", said), "row " + row.number(), false));
        }
        return sections;
    }

    private static int first(List<String> header, Set<String> names) {
        for (int c = 0; c < header.size(); c++) {
            if (names.contains(header.get(c))) {
                return c;
            }
        }
        return -1;
    }

    /** Words without case, marks and what stands in brackets. */
    private static String normal(String cell) {
        String said = cell.toLowerCase(Locale.ROOT).replaceAll("\\(.*?\\)", " ");
        return NOT_LETTERS.matcher(said).replaceAll(" ").strip();
    }
}
