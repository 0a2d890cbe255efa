package io.openteller.platform.reading.internal;

import io.openteller.platform.reading.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.sax.ToXMLContentHandler;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** DOCX through Tika: its heading styles are headings, its tables are tables. Embedded files are not opened. */
final class WordReader {

    /** @param otherwise its title when it has none */
    Content read(byte[] content, String otherwise) {
        ToXMLContentHandler xhtml = new ToXMLContentHandler();
        Metadata metadata = new Metadata();
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        try {
            new OOXMLParser().parse(new ByteArrayInputStream(content), xhtml, metadata, context);
        } catch (EncryptedDocumentException locked) {
            throw new CannotRead(Fault.ENCRYPTED, "It is locked with a password");
        } catch (IOException | SAXException | TikaException broken) {
            throw new IllegalArgumentException(broken);
        }
        Document html = Jsoup.parse(xhtml.toString());
        String title = metadata.get(TikaCoreProperties.TITLE);
        html.title(title == null ? "" : title);
        Content read = HtmlReader.read(html, otherwise);
        String language = metadata.get(TikaCoreProperties.LANGUAGE);
        return new Content(read.title(), null, language, read.sections(), read.notes());
    }

    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(
                java.io.InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
    }
}
