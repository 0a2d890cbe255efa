package io.openteller.bench.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads labelled files: CSV or TSV with a header line, or JSON Lines, told apart by the file's name. */
public final class Rows {

    private static final JsonMapper JSON = new JsonMapper();
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .get();

    private Rows() {}

    /** @return at least one row; a file that cannot be read so is {@link BadInput} */
    public static List<Row> of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        List<Row> rows;
        try {
            rows = name.endsWith(".csv")
                    ? separated(file, CSV)
                    : name.endsWith(".tsv")
                            ? separated(file, CSV.builder().setDelimiter('\t').setQuote(null).get())
                            : jsonLines(file);
        } catch (IOException | UncheckedIOException failure) {
            throw new BadInput(file + ": cannot be read as " + (name.endsWith("sv") ? "CSV" : "JSON Lines") + ": "
                    + firstLine(failure));
        }
        if (rows.isEmpty()) {
            throw new BadInput(file + ": no rows");
        }
        return rows;
    }

    /** A file that is one JSON object. */
    public static JsonNode object(Path file) {
        try {
            JsonNode node = JSON.readTree(Files.readString(file));
            if (node == null || !node.isObject()) {
                throw new BadInput(file + ": not a JSON object");
            }
            return node;
        } catch (IOException failure) {
            throw new BadInput(file + ": cannot be read as JSON: " + firstLine(failure));
        }
    }

    private static List<Row> separated(Path file, CSVFormat format) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (var parser = format.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            List<String> header = parser.getHeaderNames();
            for (CSVRecord record : parser) {
                ObjectNode fields = JsonNodeFactory.instance.objectNode();
                for (String column : header) {
                    if (record.isSet(column)) {
                        fields.put(column, record.get(column));
                    }
                }
                rows.add(new Row(file + " record " + record.getRecordNumber(), fields));
            }
        } catch (IllegalArgumentException failure) {
            throw new BadInput(file + ": cannot be read as CSV: " + firstLine(failure));
        }
        return rows;
    }

    private static List<Row> jsonLines(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String where = file + " line " + (i + 1);
            try {
                JsonNode fields = JSON.readTree(lines.get(i));
                if (!fields.isObject()) {
                    throw new BadInput(where + ": not a JSON object");
                }
                rows.add(new Row(where, fields));
            } catch (JsonProcessingException failure) {
                throw new BadInput(where + ": not JSON: " + failure.getOriginalMessage());
            }
        }
        return rows;
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
