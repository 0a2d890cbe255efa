package io.openteller.platform.reading.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The lines of a PDF with what tells headings, paragraphs and page headers apart: it has no other structure. */
final class PdfLines {

    private static final int LONGEST_HEADING = 80;

    /** Lines that stand on so many pages in the same place are the page's, not the text's. */
    private static final double ON_MOST_PAGES = 0.6;

    /** @param size of its letters in points */
    record Line(int page, String text, float size, boolean bold, boolean opensParagraph) {}

    /** A heading or a paragraph. */
    record Block(int page, String text, boolean heading) {}

    private final List<Line> lines;
    private final float bodySize;

    private PdfLines(List<Line> lines) {
        this.lines = lines;
        this.bodySize = bodySize(lines);
    }

    static PdfLines of(PDDocument document) throws IOException {
        LineStripper stripper = new LineStripper();
        stripper.getText(document);
        return new PdfLines(withoutPageHeaders(stripper.lines(), document.getNumberOfPages()));
    }

    List<Line> all() {
        return lines;
    }

    List<Integer> pagesWithoutText(int pages) {
        Set<Integer> with = lines.stream().map(Line::page).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, pages).filter(page -> !with.contains(page)).boxed().toList();
    }

    /** Empty if there is none. */
    String firstHeading() {
        return blocks().stream().filter(Block::heading).map(Block::text).findFirst().orElse("");
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Line before = i == 0 ? null : lines.get(i - 1);
            Line after = i + 1 == lines.size() ? null : lines.get(i + 1);
            boolean heading = isHeading(line, after);
            boolean apart = before == null || line.opensParagraph() || before.page() != line.page();
            if (apart || heading) {
                flush(blocks, before == null ? line.page() : before.page(), paragraph);
            }
            if (heading) {
                blocks.add(new Block(line.page(), line.text(), true));
            } else {
                append(paragraph, line.text());
            }
        }
        flush(blocks, lines.isEmpty() ? 1 : lines.getLast().page(), paragraph);
        return blocks;
    }

    /** A word that was cut at the end of a line is one again. */
    private static void append(StringBuilder paragraph, String line) {
        int end = paragraph.length();
        boolean cut = end > 1
                && paragraph.charAt(end - 1) == '-'
                && Character.isLetter(paragraph.charAt(end - 2))
                && Character.isLowerCase(line.codePointAt(0));
        if (cut) {
            paragraph.setLength(end - 1);
        } else if (end > 0) {
            paragraph.append(' ');
        }
        paragraph.append(line);
    }

    private static void flush(List<Block> blocks, int page, StringBuilder paragraph) {
        if (!paragraph.isEmpty()) {
            blocks.add(new Block(page, paragraph.toString(), false));
            paragraph.setLength(0);
        }
    }

    private boolean isHeading(Line line, @org.jspecify.annotations.Nullable Line after) {
        String text = line.text();
        boolean short_ = text.length() <= LONGEST_HEADING
                && text.split(" ").length <= 12
                && Character.isLetterOrDigit(text.codePointAt(0))
                && text.matches("(?s).*[\\p{L}\\p{M}\\d)?？؟]");
        if (!short_ || !text.matches("(?s).*\\p{L}.*")) {
            return false;
        }
        boolean alone = line.opensParagraph() && (after == null || after.opensParagraph() || after.page() != line.page());
        boolean stands = line.size() > bodySize * 1.12f || line.bold() && after != null && !after.bold();
        return stands || alone && text.matches("(?s).*[\\p{L}\\p{M}?？؟]");
    }

    private static float bodySize(List<Line> lines) {
        Map<Float, Integer> letters = new HashMap<>();
        lines.forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
    }

    /** Running titles, "Page 3 of 9" and the like: what stands at the edge of most pages, numbers aside. */
    private static List<Line> withoutPageHeaders(List<Line> lines, int pages) {
        if (pages < 3) {
            return lines;
        }
        Map<Integer, List<Line>> byPage = lines.stream().collect(Collectors.groupingBy(Line::page));
        Map<String, Integer> times = new HashMap<>();
        Set<Line> edges = new HashSet<>();
        for (List<Line> page : byPage.values()) {
            Set<String> here = new TreeSet<>();
            for (int i = 0; i < page.size(); i++) {
                if (i < 2 || i >= page.size() - 2) {
                    edges.add(page.get(i));
                    here.add(withoutNumbers(page.get(i)));
                }
            }
            here.forEach(text -> times.merge(text, 1, Integer::sum));
        }
        return lines.stream()
                .filter(line -> !edges.contains(line)
                        || times.getOrDefault(withoutNumbers(line), 0) < Math.max(3, pages * ON_MOST_PAGES))
                .toList();
    }

    private static String withoutNumbers(Line line) {
        return line.text().replaceAll("\\d+", "#");
    }
}
