package io.openteller.platform.reading.internal;

import io.openteller.platform.reading.DocumentReader;
import io.openteller.platform.reading.Fault;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.reading.ReadDocument;
import io.openteller.platform.reading.ReadDocument.Format;
import io.openteller.platform.reading.ReadOutcome;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the bytes, then has the reader of that format read them. */
@Singleton
public final class SniffingReader implements DocumentReader {

    private static final Logger log = LoggerFactory.getLogger(SniffingReader.class);

    private final Sniffer sniffer = new Sniffer();
    private final PdfReader pdf = new PdfReader();
    private final WordReader word = new WordReader();
    private final SheetReader sheets = new SheetReader();
    private final CsvReader csv = new CsvReader();
    private final MarkdownReader markdown = new MarkdownReader();

    @Override
    public ReadOutcome open(HandedFile file) {
        Format format = null;
        try {
            if (file.content().length == 0) {
                throw new CannotRead(Fault.EMPTY, "The file has no content");
            }
            format = sniffer.format(file);
            return finished(file, format, content(file, format));
        } catch (CannotRead known) {
            return new ReadOutcome.Unreadable(known.fault(), known.detail());
        } catch (RuntimeException | StackOverflowError broken) {
            // What parsers throw at damaged files has no common type; to the person who uploads it all means the same.
            log.info("a document could not be read format={}", format, broken);
            return new ReadOutcome.Unreadable(Fault.BROKEN, "The file is damaged or not " + format);
        }
    }

    private Content content(HandedFile file, Format format) {
        return switch (format) {
            case PDF -> pdf.read(file.content(), file.spokenName());
            case DOCX -> word.read(file.content(), file.spokenName());
            case XLSX -> sheets.read(file.content(), file.spokenName());
            case CSV -> csv.read(Utf8.text(file.content()), file.spokenName());
            case HTML -> HtmlReader.read(HtmlReader.parse(file.content()), file.spokenName());
            case MARKDOWN, TEXT -> HtmlReader.read(markdown.html(Utf8.text(file.content())), file.spokenName());
        };
    }

    private static ReadOutcome finished(HandedFile file, Format format, Content content) {
        if (content.sections().isEmpty()) {
            throw new CannotRead(Fault.EMPTY, "No text was found in it");
        }
        return new ReadOutcome.Read(
                new ReadDocument(
                        first(file.title(), content.title(), file.spokenName()),
                        first(file.category(), content.category(), "general"),
                        first(file.language(), content.language(), "en"),
                        format,
                        content.sections()),
                isGiven(file.language()) || isGiven(content.language()),
                content.notes());
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static String first(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate.strip();
            }
        }
        return "Untitled";
    }
}
