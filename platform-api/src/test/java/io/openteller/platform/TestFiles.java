package io.openteller.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as office programs write them. */
final class TestFiles {

    private TestFiles() {}

    static byte[] pdf(String sentence) throws IOException {
        try (PDDocument document = page(sentence)) {
            return bytes(document);
        }
    }

    static byte[] lockedPdf(String sentence) throws IOException {
        try (PDDocument document = page(sentence)) {
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            return bytes(document);
        }
    }

    static byte[] docx(String sentence) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(sentence);
            document.write(file);
            return file.toByteArray();
        }
    }

    private static PDDocument page(String sentence) throws IOException {
        PDDocument document = new PDDocument();
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream text = new PDPageContentStream(document, page)) {
            text.beginText();
            text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            text.newLineAtOffset(72, 700);
            text.showText(sentence);
            text.endText();
        }
        return document;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        document.save(file);
        return file.toByteArray();
    }
}
