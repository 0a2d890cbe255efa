package io.openteller.platform.reading.internal;

import io.openteller.platform.reading.Fault;
import io.openteller.platform.reading.ReadDocument.Section;
import io.openteller.platform.reading.internal.Grid.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** XLSX as it is streamed: a workbook in memory may be fifty times its file. Values are those that Excel would show. */
final class SheetReader {

    private static final int MOST_ROWS = 100_000;

    Content read(byte[] content, String name) {
        List<Section> sections = new ArrayList<>();
        try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(content))) {
            XSSFReader reader = new XSSFReader(workbook);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(workbook);
            var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            List<String> names = new ArrayList<>();
            List<List<Row>> all = new ArrayList<>();
            while (sheets.hasNext()) {
                try (InputStream sheet = sheets.next()) {
                    names.add(sheets.getSheetName());
                    Gathered rows = new Gathered();
                    XMLReader xml = XMLHelper.newXMLReader();
                    xml.setContentHandler(new XSSFSheetXMLHandler(
                            reader.getStylesTable(), null, strings, rows, new DataFormatter(), false));
                    xml.parse(new InputSource(sheet));
                    all.add(rows.rows);
                }
            }
            for (int i = 0; i < all.size(); i++) {
                // "Sheet1" says nothing; the file's name may.
                String heading = all.size() == 1 && names.get(i).matches("(?i)(sheet|tabelle|feuil|hoja)\\s*\\d*") ? name : names.get(i);
                sections.addAll(Grid.sections(heading, all.get(i)));
            }
        } catch (IOException | OpenXML4JException | SAXException | javax.xml.parsers.ParserConfigurationException broken) {
            throw new IllegalArgumentException(broken);
        }
        return Content.of(null, sections);
    }

    private static final class Gathered implements SheetContentsHandler {

        private final List<Row> rows = new ArrayList<>();
        private List<String> cells = new ArrayList<>();

        @Override
        public void startRow(int row) {
            cells = new ArrayList<>();
            if (rows.size() >= MOST_ROWS) {
                throw new CannotRead(Fault.BROKEN, "A sheet has more than " + MOST_ROWS + " rows");
            }
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String shown, @Nullable XSSFComment comment) {
            int column = reference == null ? cells.size() : new CellReference(reference).getCol();
            while (cells.size() < column) {
                cells.add("");
            }
            cells.add(shown == null ? "" : shown);
        }

        @Override
        public void endRow(int row) {
            rows.add(new Row(row + 1, cells));
        }
    }
}
