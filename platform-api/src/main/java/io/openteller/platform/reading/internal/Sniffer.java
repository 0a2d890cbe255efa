package io.openteller.platform.reading.internal;

import io.openteller.platform.reading.Fault;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.reading.ReadDocument.Format;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;

/** Tells what a file is from its bytes. The name is asked only where bytes cannot tell: plain text is plain text. */
final class Sniffer {

    private static final String KNOWN = "Known are pdf, docx, xlsx, csv, html, md and txt";

    private static final Map<String, Format> BY_CONTENT = Map.of(
            "application/pdf", Format.PDF,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Format.DOCX,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Format.XLSX,
            "text/html", Format.HTML,
            "application/xhtml+xml", Format.HTML);

    private static final Map<String, Format> OF_TEXT = Map.of(
            "md", Format.MARKDOWN,
            "markdown", Format.MARKDOWN,
            "csv", Format.CSV,
            "tsv", Format.CSV,
            "html", Format.HTML,
            "htm", Format.HTML,
            "txt", Format.TEXT,
            "text", Format.TEXT);

    private final Detector detector = new DefaultDetector(Sniffer.class.getClassLoader());

    Format format(HandedFile file) {
        String type = type(file.content());
        String ending = file.name().substring(file.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Format text = OF_TEXT.get(ending);
        Format seen = BY_CONTENT.get(type);
        if (seen == Format.HTML && text != null) {
            // Markdown and text may begin with a tag.
            return text;
        }
        if (seen != null) {
            return seen;
        }
        if (type.equals("application/x-tika-ooxml-protected")) {
            throw new CannotRead(Fault.ENCRYPTED, "It is locked with a password");
        }
        boolean textual = type.startsWith("text/") || type.equals("application/xml") || type.equals("application/octet-stream");
        if (textual && text != null) {
            return text;
        }
        if (isOffice(ending) && type.equals("application/octet-stream")
                || type.equals("application/x-tika-ooxml")
                || type.equals("application/zip") && isOffice(ending)) {
            throw new CannotRead(Fault.BROKEN, "The file is damaged or not " + ending.toUpperCase(Locale.ROOT));
        }
        throw new CannotRead(Fault.TYPE_UNKNOWN, KNOWN + "; this looks like " + type);
    }

    private static boolean isOffice(String ending) {
        return ending.equals("pdf") || ending.equals("docx") || ending.equals("xlsx");
    }

    private String type(byte[] content) {
        try (TikaInputStream stream = TikaInputStream.get(content)) {
            return detector.detect(stream, new Metadata()).getBaseType().toString();
        } catch (IOException | RuntimeException broken) {
            // Detectors look into containers, and a damaged one may make them fail in any way.
            return "application/octet-stream";
        }
    }
}
