package io.openteller.platform.reading.internal;

import io.openteller.platform.reading.ReadDocument.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Cuts a document into passages: at its headings, and long sections again at paragraphs. Lists and tables stay readable as
 * plain text, one line per item or row.
 */
final class Sections {

    /** Longer passages say too many things to be found by one. */
    private static final int LONGEST = 1_200;

    private static final int LONGEST_HEADING = 80;

    private final List<Section> sections = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final String title;
    private String heading;

    private Sections(String title) {
        this.title = title;
        this.heading = title;
    }

    static List<Section> of(Document html, String title) {
        Sections sections = new Sections(title);
        html.select("script, style, nav, header, footer").remove();
        sections.walk(html.body());
        sections.cut();
        return List.copyOf(sections.sections);
    }

    private void walk(Element parent) {
        for (Element child : parent.children()) {
            switch (child.normalName()) {
                case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                    cut();
                    heading = child.text().isBlank() ? title : child.text();
                }
                case "ul", "ol" -> child.children().forEach(item -> line("- " + item.text()));
                case "table" -> table(child);
                case "p", "pre", "blockquote", "dt", "dd" -> paragraph(child);
                default -> {
                    if (child.children().isEmpty()) {
                        line(child.text());
                    } else {
                        walk(child);
                    }
                }
            }
        }
    }

    /** PDF knows no headings: a short line of its own without an end mark is one. */
    private void paragraph(Element element) {
        for (String block : element.wholeText().split("\\R\\s*\\R")) {
            String said = block.replaceAll("\\s+", " ").strip();
            String firstLine = block.strip().lines().findFirst().orElse("").strip();
            boolean single = firstLine.length() == block.strip().length();
            if (single && looksLikeHeading(said) && element.ownerDocument() != null && fromPdf(element)) {
                cut();
                heading = said;
            } else {
                line(said);
            }
        }
    }

    private static boolean fromPdf(Element element) {
        Element page = element.closest("div.page");
        return page != null;
    }

    private static boolean looksLikeHeading(String line) {
        return !line.isEmpty()
                && line.length() <= LONGEST_HEADING
                && Character.isLetterOrDigit(line.codePointAt(0))
                && line.matches(".*\\p{L}")
                && line.split(" ").length <= 10;
    }

    private void table(Element table) {
        List<String> columns =
                table.select("tr").stream().limit(1).flatMap(row -> cells(row).stream()).toList();
        boolean headed = !table.select("th").isEmpty();
        List<Element> rows = table.select("tr");
        for (int i = headed ? 1 : 0; i < rows.size(); i++) {
            List<String> cells = cells(rows.get(i));
            if (headed && cells.size() == columns.size()) {
                List<String> named = new ArrayList<>();
                for (int c = 0; c < cells.size(); c++) {
                    named.add(c == 0 ? cells.get(c) : columns.get(c) + ": " + cells.get(c));
                }
                line("- " + String.join("; ", named));
            } else {
                line("- " + String.join("; ", cells));
            }
        }
    }

    private static List<String> cells(Element row) {
        return row.select("td, th").stream().map(Element::text).collect(Collectors.toList());
    }

    private void line(String said) {
        String line = said.strip();
        if (line.isEmpty()) {
            return;
        }
        if (text.length() + line.length() > LONGEST) {
            cut();
        }
        text.append(text.isEmpty() ? "" : "\n").append(line);
    }

    private void cut() {
        String said = text.toString().strip();
        text.setLength(0);
        if (!said.isEmpty()) {
            sections.add(Section.of(heading, said));
        }
    }
}
