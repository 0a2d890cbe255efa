package io.openteller.platform.training.internal;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A file of examples, as far as it can be judged by itself.
 *
 * @param faults by line, in order; of the file as a whole at line 0
 */
record CsvExamples(List<Row> rows, Map<Long, String> faults) {

    /** @param language empty where the file does not say */
    record Row(long line, String text, String intent, String label, String language) {}

    private static final List<String> LABELS = List.of("label", "category", "intent");

    /** Reads {@code text,label} with a heading; {@code category} and {@code intent} also name the label. */
    static CsvExamples read(byte[] content) {
        Map<Long, String> faults = new TreeMap<>();
        List<Row> rows = new ArrayList<>();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = format.parse(new StringReader(decoded(content)))) {
            String text = column(parser, List.of("text")).orElse(null);
            String label = column(parser, LABELS).orElse(null);
            if (text == null || label == null) {
                faults.put(0L, "The first line must name the columns: text and label (or category, or intent)");
                return new CsvExamples(rows, faults);
            }
            String language = column(parser, List.of("language", "lang")).orElse(null);
            for (CSVRecord record : parser) {
                row(parser, record, text, label, language, rows, faults);
                if (rows.size() > IntentBook.MOST_EXAMPLES) {
                    faults.put(0L, "A file may have at most 50,000 rows");
                    return new CsvExamples(rows, faults);
                }
            }
        } catch (CharacterCodingException other) {
            faults.put(0L, "The file is not written in UTF-8");
        } catch (IOException | IllegalArgumentException | IllegalStateException | UncheckedIOException broken) {
            faults.put(0L, "The file is not CSV from some line on, for example because a quote is not closed");
        }
        if (rows.isEmpty() && faults.isEmpty()) {
            faults.put(0L, "There is no row in the file");
        }
        return new CsvExamples(rows, faults);
    }

    private static void row(
            CSVParser parser,
            CSVRecord record,
            String text,
            String label,
            @Nullable String language,
            List<Row> rows,
            Map<Long, String> faults) {
        long line = parser.getCurrentLineNumber();
        if (!record.isSet(text) || !record.isSet(label)) {
            faults.put(line, "The row has fewer columns than the first line names");
            return;
        }
        String message = ExampleText.clean(record.get(text));
        String name = ExampleText.name(record.get(label));
        Optional<String> fault = ExampleText.fault(message)
                .or(() -> name.isEmpty() ? Optional.of("There is no label") : Optional.empty());
        if (fault.isPresent()) {
            faults.put(line, fault.get());
            return;
        }
        String spoken = language != null && record.isSet(language) ? record.get(language).strip() : "";
        if (!spoken.isEmpty() && !spoken.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            faults.put(line, "“" + spoken + "” is no language code such as en or hi-Latn");
            return;
        }
        rows.add(new Row(line, message, name, ExampleText.clean(record.get(label)), spoken));
    }

    private static Optional<String> column(CSVParser parser, List<String> names) {
        return parser.getHeaderNames().stream()
                .filter(header -> names.contains(header.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static String decoded(byte[] content) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        // Spreadsheet programs put a mark before the first column's name.
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
