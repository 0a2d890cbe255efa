package io.openteller.platform.reading.internal;

import io.openteller.platform.reading.internal.PdfLines.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Keeps the lines that PDFBox makes out of letters, with their size and weight. */
final class LineStripper extends PDFTextStripper {

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private float size;
    private boolean bold;
    private boolean opens = true;

    List<Line> lines() {
        return lines;
    }

    @Override
    protected void writeString(String text, List<TextPosition> letters) {
        if (line.isEmpty() && !letters.isEmpty()) {
            TextPosition first = letters.getFirst();
            size = Math.round(first.getFontSizeInPt() * 2) / 2f;
            bold = isBold(first);
        }
        line.append(text);
    }

    @Override
    protected void writeWordSeparator() {
        line.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphStart() throws IOException {
        endLine();
        opens = true;
        super.writeParagraphStart();
    }

    @Override
    protected void writeParagraphEnd() throws IOException {
        endLine();
        super.writeParagraphEnd();
    }

    @Override
    protected void writePageEnd() {
        endLine();
        opens = true;
    }

    private void endLine() {
        String said = line.toString().replaceAll("\\s+", " ").strip();
        line.setLength(0);
        if (!said.isEmpty()) {
            lines.add(new Line(getCurrentPageNo(), said, size, bold, opens));
            opens = false;
        }
    }

    private static boolean isBold(TextPosition letter) {
        String name = letter.getFont() == null ? null : letter.getFont().getName();
        PDFontDescriptor descriptor = letter.getFont() == null ? null : letter.getFont().getFontDescriptor();
        return name != null && name.toLowerCase(Locale.ROOT).contains("bold")
                || descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600);
    }

    LineStripper() {
        setSuppressDuplicateOverlappingText(true);
    }
}
