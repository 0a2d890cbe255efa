package io.openteller.platform.reading.internal;

import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.reading.DocumentReader;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.reading.ReadDocument;
import io.openteller.platform.reading.ReadDocument.Format;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Every format becomes HTML first, and HTML is cut at its headings: one way for all. */
@Singleton
public final class HtmlFirstReader implements DocumentReader {

    private final OfficeReader office = new OfficeReader();
    private final MarkdownReader markdown = new MarkdownReader();

    @Override
    public ReadDocument read(HandedFile handed) {
        Format format = format(handed.name());
        Document html = switch (format) {
            case MARKDOWN -> markdown.html(text(handed));
            case HTML -> Jsoup.parse(text(handed));
            case TEXT -> markdown.html(text(handed));
            case PDF, DOCX -> office.html(handed.content(), format);
        };
        String title = first(handed.title(), html.title(), heading(html), handed.bareName());
        ReadDocument read = new ReadDocument(
                title,
                first(handed.category(), meta(html, "category"), "general"),
                first(handed.language(), meta(html, "language"), "en"),
                format,
                Sections.of(html, title));
        if (read.sections().isEmpty()) {
            throw new ProblemException(ErrorCode.DOCUMENT_UNREADABLE, "No text was found in it");
        }
        return read;
    }

    private static Format format(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "md", "markdown" -> Format.MARKDOWN;
            case "html", "htm" -> Format.HTML;
            case "pdf" -> Format.PDF;
            case "docx" -> Format.DOCX;
            case "txt" -> Format.TEXT;
            default -> throw new ProblemException(
                    ErrorCode.DOCUMENT_TYPE_UNKNOWN, "Known are md, html, pdf, docx and txt");
        };
    }

    private static String text(HandedFile handed) {
        String text = new String(handed.content(), StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0 || text.indexOf('\u0000') >= 0) {
            throw new ProblemException(ErrorCode.DOCUMENT_UNREADABLE, "It is not UTF-8 text");
        }
        return text;
    }

    private static String meta(Document html, String name) {
        return html.select("meta[name=" + name + "]").attr("content");
    }

    private static String heading(Document html) {
        return html.select("h1").text();
    }

    private static String first(@org.jspecify.annotations.Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate.strip();
            }
        }
        throw new IllegalArgumentException("the last candidate must not be blank");
    }
}
