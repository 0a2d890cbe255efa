package io.openteller.bench.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Policies of no bank: five pages each with headings, paragraphs and a table; each says other things. */
final class MadeDocuments {

    static final int PAGES = 5;

    private static final int PARAGRAPHS = 5;
    private static final int SENTENCES = 5;
    private static final int LINE = 92;

    private static final String[] THING = {"savings account", "credit card", "locker", "standing order", "overdraft", "cheque book", "term deposit", "home loan", "travel card", "joint account"};
    private static final String[] DOES = {"is charged", "is refunded", "falls due", "is reviewed", "may be waived", "is limited to", "earns", "costs"};
    private static final String[] WHEN = {"every month", "on the first working day", "within three days", "after one year", "before closing", "at the branch", "on request", "without notice"};
    private static final String[] WHO = {"Premier customers", "Students", "Account holders", "Joint holders", "Small firms", "New customers", "Pensioners", "Nominees"};

    private final Random random = new Random(20261121);
    private int number;

    /** One page: its heading and paragraphs of sentences. */
    private record Leaf(String heading, List<String> paragraphs) {}

    /** @return the file, a third of each kind */
    Path next(Path folder) throws IOException {
        number++;
        List<Leaf> pages = new ArrayList<>();
        for (int page = 1; page <= PAGES; page++) {
            List<String> paragraphs = new ArrayList<>();
            for (int i = 0; i < PARAGRAPHS; i++) {
                paragraphs.add(paragraph());
            }
            pages.add(new Leaf("Part " + page + " about the " + any(THING), paragraphs));
        }
        return switch (number % 3) {
            case 0 -> pdf(folder.resolve("policy-" + number + ".pdf"), pages);
            case 1 -> docx(folder.resolve("policy-" + number + ".docx"), pages);
            default -> html(folder.resolve("policy-" + number + ".html"), pages);
        };
    }

    private String paragraph() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < SENTENCES; i++) {
            text.append("For ").append(any(WHO)).append(" the fee of the ").append(any(THING)).append(' ')
                    .append(any(DOES)).append(' ').append(5 + random.nextInt(900)).append(" pounds ").append(any(WHEN))
                    .append(", under rule ").append(number).append('.').append(random.nextInt(10_000)).append(". ");
        }
        return text.toString().strip();
    }

    private Path pdf(Path file, List<Leaf> pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (Leaf leaf : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                    float y = write(text, leaf.heading(), 740, FontName.HELVETICA_BOLD, 16) - 12;
                    for (String paragraph : leaf.paragraphs()) {
                        for (String line : lines(paragraph)) {
                            y = write(text, line, y, FontName.HELVETICA, 10);
                        }
                        y -= 10;
                    }
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static float write(PDPageContentStream text, String line, float y, FontName font, int size) throws IOException {
        text.beginText();
        text.setFont(new PDType1Font(font), size);
        text.newLineAtOffset(60, y);
        text.showText(line);
        text.endText();
        return y - size - 3;
    }

    private static List<String> lines(String paragraph) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" ")) {
            if (line.length() + word.length() > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private Path docx(Path file, List<Leaf> pages) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                OutputStream to = Files.newOutputStream(file)) {
            for (Leaf leaf : pages) {
                var heading = document.createParagraph();
                heading.setStyle("Heading1");
                heading.createRun().setText(leaf.heading());
                leaf.paragraphs().forEach(paragraph -> document.createParagraph().createRun().setText(paragraph));
                XWPFTable table = document.createTable(4, 3);
                for (int r = 0; r < 4; r++) {
                    for (int c = 0; c < 3; c++) {
                        table.getRow(r).getCell(c).setText(r == 0 ? "Column " + (char) ('A' + c) : any(THING) + " " + random.nextInt(500));
                    }
                }
                document.createParagraph().createRun().addBreak(BreakType.PAGE);
            }
            document.write(to);
        }
        return file;
    }

    private Path html(Path file, List<Leaf> pages) throws IOException {
        StringBuilder page = new StringBuilder("<!doctype html><html><head><title>Policy " + number + "</title></head><body>");
        for (Leaf leaf : pages) {
            page.append("<h2 id=\"p").append(pages.indexOf(leaf)).append("\">").append(leaf.heading()).append("</h2>");
            leaf.paragraphs().forEach(paragraph -> page.append("<p>").append(paragraph).append("</p>"));
            page.append("<table><tr><th>Product</th><th>Fee</th></tr>");
            for (int r = 0; r < 4; r++) {
                page.append("<tr><td>").append(any(THING)).append("</td><td>").append(random.nextInt(500)).append("</td></tr>");
            }
            page.append("</table>");
        }
        return Files.writeString(file, page.append("</body></html>"));
    }

    private String any(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
