package io.openteller.platform.reading.internal;

import io.openteller.platform.reading.ReadDocument.Format;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.sax.ToXMLContentHandler;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;

/** PDF and DOCX through Tika. Embedded files are not opened. */
final class OfficeReader {

    private static final Logger log = LoggerFactory.getLogger(OfficeReader.class);

    Document html(byte[] content, Format format) {
        Parser parser = format == Format.PDF ? new PDFParser() : new OOXMLParser();
        ToXMLContentHandler xhtml = new ToXMLContentHandler();
        Metadata metadata = new Metadata();
        try {
            parser.parse(new ByteArrayInputStream(content), xhtml, metadata, new ParseContext());
        } catch (IOException | SAXException | TikaException | RuntimeException broken) {
            // What parsers throw at damaged files has no common type; all of it means the same to the person who uploads.
            log.info("a document could not be read format={}", format, broken);
            throw new ProblemException(ErrorCode.DOCUMENT_UNREADABLE, "The file is damaged, protected or not " + format);
        }
        Document html = Jsoup.parse(xhtml.toString());
        String title = metadata.get(TikaCoreProperties.TITLE);
        if (title != null && !title.isBlank()) {
            html.title(title);
        }
        return html;
    }
}
