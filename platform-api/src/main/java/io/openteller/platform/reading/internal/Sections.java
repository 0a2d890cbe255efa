package io.openteller.platform.reading.internal;

import io.openteller.platform.reading.ReadDocument.Section;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Cuts HTML into passages at its headings. Lists and tables stay readable as plain text, one line per item or row; questions
 * with their answers, however a page marks them, become pairs.
 */
final class Sections {

    private static final Pattern ASKED = Pattern.compile("(?is)^(?:q|question|प्रश्न|सवाल)\\s*[.:)\\-]\\s*(.+)$");
    private static final Pattern ANSWERED = Pattern.compile("(?is)^(?:a|ans|answer|उत्तर|जवाब)\\s*[.:)\\-]\\s*(.+)$");

    private final SectionWriter writer;
    private final String title;
    private String asked = "";

    private Sections(String title) {
        this.title = title;
        this.writer = new SectionWriter(title);
    }

    static List<Section> of(Document html, String title) {
        Sections sections = new Sections(title);
        html.select("script, style, template, noscript, nav, footer, body > header, [hidden]").remove();
        sections.walk(html.body());
        return sections.writer.finished();
    }

    private void walk(Element parent) {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode bare) {
                writer.line(bare.text());
            } else if (node instanceof Element child) {
                element(child);
            }
        }
    }

    private void element(Element child) {
        switch (child.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> writer.heading(child.text(), anchor(child));
            case "ul", "ol" -> list(child, "- ");
            case "table" -> Table.lines(child).forEach(row -> writer.line("- " + row));
            case "details" -> details(child);
            case "dl" -> terms(child);
            case "p", "pre", "blockquote", "figcaption" -> paragraph(child);
            case "br", "hr", "img", "svg", "button", "input", "select", "iframe", "video" -> {}
            default -> {
                if (child.selectFirst("h1,h2,h3,h4,h5,h6,p,ul,ol,table,div,section,article,dl,details,pre") == null) {
                    writer.line(child.text());
                } else {
                    walk(child);
                }
            }
        }
    }

    private void list(Element list, String mark) {
        for (Element item : list.children()) {
            writer.line(mark + ownText(item));
            item.children().stream()
                    .filter(inner -> inner.normalName().matches("ul|ol"))
                    .forEach(inner -> list(inner, mark));
        }
    }

    /** What an item says before its inner lists. */
    private static String ownText(Element item) {
        Element copy = item.clone();
        copy.select("ul, ol").remove();
        return copy.text();
    }

    private void paragraph(Element element) {
        for (String block : element.wholeText().split("\\R\\s*\\R")) {
            String said = block.replaceAll("\\s+", " ").strip();
            Matcher question = ASKED.matcher(said);
            Matcher answer = ANSWERED.matcher(said);
            if (!asked.isEmpty() && !answer.matches()) {
                writer.line(asked);
                asked = "";
            }
            if (question.matches() && SectionWriter.isQuestion(question.group(1))) {
                asked = question.group(1);
            } else if (!asked.isEmpty() && answer.matches()) {
                writer.pair(asked, answer.group(1), "");
                asked = "";
            } else {
                writer.line(said);
            }
        }
    }

    private void details(Element details) {
        Element summary = details.selectFirst("summary");
        String question = summary == null ? title : summary.text();
        writer.heading(question, anchor(details));
        details.children().stream().filter(child -> child != summary).forEach(this::element);
        writer.heading(title, "");
    }

    /** Terms that ask something are questions; others stay with what is said of them. */
    private void terms(Element list) {
        String term = "";
        for (Element child : list.select("dt, dd")) {
            if (child.normalName().equals("dt")) {
                term = child.text();
            } else if (SectionWriter.isQuestion(term)) {
                writer.pair(term, child.text(), "");
            } else {
                writer.line(term.isEmpty() ? child.text() : "- " + term + ": " + child.text());
            }
        }
    }

    /** The name by which an address can point at it: its own, one inside it, or that of the section that it opens. */
    private static String anchor(Element heading) {
        if (!heading.id().isBlank()) {
            return "#" + heading.id();
        }
        Element inside = heading.selectFirst("a[id], a[name], span[id]");
        if (inside != null) {
            String name = inside.id().isBlank() ? inside.attr("name") : inside.id();
            return name.isBlank() ? "" : "#" + name;
        }
        Element around = heading.parent();
        boolean opens = around != null && !around.id().isBlank() && around.firstElementChild() == heading;
        return opens && around != null && !around.normalName().equals("body") ? "#" + around.id() : "";
    }
}
