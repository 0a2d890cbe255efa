package io.openteller.platform.reading.internal;

import io.openteller.platform.reading.Fault;
import io.openteller.platform.reading.ReadDocument.Section;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF page by page: a citation names its page, and pages that are pictures are told. */
final class PdfReader {

    /** @param otherwise its title when it has none */
    Content read(byte[] content, String otherwise) {
        try (PDDocument document = Loader.loadPDF(content)) {
            PdfLines lines = PdfLines.of(document);
            int pages = document.getNumberOfPages();
            if (pages > 0 && lines.all().isEmpty()) {
                throw new CannotRead(
                        Fault.SCANNED_ONLY, "None of its pages has text: scanned pages must go through text recognition first");
            }
            List<Integer> silent = lines.pagesWithoutText(pages);
            List<String> notes = silent.isEmpty()
                    ? List.of()
                    : List.of(silent.size() + " of " + pages + " pages have no text, the first is page " + silent.getFirst());
            String found = title(document, lines);
            String title = found.isBlank() ? otherwise : found;
            return new Content(title, null, document.getDocumentCatalog().getLanguage(), sections(lines, title), notes);
        } catch (InvalidPasswordException locked) {
            throw new CannotRead(Fault.ENCRYPTED, "It is locked with a password");
        } catch (IOException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static List<Section> sections(PdfLines lines, String title) {
        SectionWriter writer = new SectionWriter(title);
        for (PdfLines.Block block : lines.blocks()) {
            String place = "page " + block.page();
            if (block.heading()) {
                writer.heading(block.text(), place);
            } else {
                writer.place(place);
                writer.line(block.text());
            }
        }
        return writer.finished();
    }

    /** What its author named it, unless that is the name of a file that it was printed from. */
    private static String title(PDDocument document, PdfLines lines) {
        PDDocumentInformation information = document.getDocumentInformation();
        String stated = information == null || information.getTitle() == null ? "" : information.getTitle().strip();
        boolean useful = stated.length() > 2 && !stated.matches("(?i)(microsoft word - )?.*\\.(docx?|xlsx?|pptx?|indd|pdf)|untitled.*");
        return useful ? stated : lines.firstHeading();
    }
}
