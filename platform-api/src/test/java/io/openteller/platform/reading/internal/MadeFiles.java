package io.openteller.platform.reading.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Files as office programs write them. */
public final class MadeFiles {

    private MadeFiles() {}

    /** @param pages of lines; a line that begins with {@code # } is a large one, an empty one a gap */
    public static byte[] pdf(List<List<String>> pages) throws IOException {
        try (PDDocument document = pages(pages)) {
            return bytes(document);
        }
    }

    public static byte[] pdf(String line) throws IOException {
        return pdf(List.of(List.of(line)));
    }

    public static byte[] lockedPdf() throws IOException {
        try (PDDocument document = pages(List.of(List.of("A secret.")))) {
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            return bytes(document);
        }
    }

    /** Two pages on which only shapes are drawn. */
    public static byte[] scannedPdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 2; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream picture = new PDPageContentStream(document, page)) {
                    picture.addRect(100, 100, 300, 400);
                    picture.fill();
                }
            }
            return bytes(document);
        }
    }

    /** @param table its first row is the header */
    public static byte[] docx(String heading, String paragraph, List<List<String>> table) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            var style = org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle.Factory.newInstance();
            style.setStyleId("Heading1");
            style.addNewName().setVal("heading 1");
            document.createStyles().addStyle(new org.apache.poi.xwpf.usermodel.XWPFStyle(style));
            var title = document.createParagraph();
            title.setStyle("Heading1");
            title.createRun().setText(heading);
            document.createParagraph().createRun().setText(paragraph);
            if (!table.isEmpty()) {
                XWPFTable made = document.createTable(table.size(), table.getFirst().size());
                for (int r = 0; r < table.size(); r++) {
                    for (int c = 0; c < table.get(r).size(); c++) {
                        made.getRow(r).getCell(c).setText(table.get(r).get(c));
                    }
                }
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.write(file);
            return file.toByteArray();
        }
    }

    public static byte[] lockedDocx() throws IOException, GeneralSecurityException, InvalidFormatException {
        try (POIFSFileSystem outer = new POIFSFileSystem();
                OPCPackage inner = OPCPackage.open(new ByteArrayInputStream(docx("Secret", "Nothing to see.", List.of())))) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("reader");
            try (var stream = encryptor.getDataStream(outer)) {
                inner.save(stream);
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            outer.writeFilesystem(file);
            return file.toByteArray();
        }
    }

    public static byte[] xlsx(String sheet, List<List<String>> rows) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var made = workbook.createSheet(sheet);
            for (int r = 0; r < rows.size(); r++) {
                var row = made.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    row.createCell(c).setCellValue(rows.get(r).get(c));
                }
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            workbook.write(file);
            return file.toByteArray();
        }
    }

    public static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file.toByteArray();
    }

    private static PDDocument pages(List<List<String>> pages) throws IOException {
        PDDocument document = new PDDocument();
        for (List<String> lines : pages) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                float y = 740;
                for (String line : lines) {
                    boolean large = line.startsWith("# ");
                    text.beginText();
                    text.setFont(new PDType1Font(large ? FontName.HELVETICA_BOLD : FontName.HELVETICA), large ? 18 : 11);
                    text.newLineAtOffset(72, y);
                    text.showText(large ? line.substring(2) : line);
                    text.endText();
                    y -= line.isEmpty() || large ? 30 : 14;
                }
            }
        }
        return document;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        document.save(file);
        return file.toByteArray();
    }
}
