package io.openteller.platform.reading.internal;

import io.openteller.platform.reading.internal.Grid.Row;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Values between commas, semicolons, tabs or bars, whichever the first line has most of. */
final class CsvReader {

    Content read(String text, String name) {
        String firstLine = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char delimiter = List.of(',', ';', '\t', '|').stream()
                .max(Comparator.comparingLong(
                        mark -> firstLine.chars().filter(c -> c == mark).count()))
                .orElse(',');
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (CSVParser records = CSVParser.parse(new StringReader(text), format)) {
            List<Row> rows = new ArrayList<>();
            for (CSVRecord one : records) {
                rows.add(new Row((int) one.getRecordNumber(), one.toList()));
            }
            return Content.of(null, Grid.sections(name, rows));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
