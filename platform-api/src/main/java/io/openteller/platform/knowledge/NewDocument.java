package io.openteller.platform.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * A document as handed in.
 *
 * @param slug its lasting name in addresses
 * @param fileName tells the format by its ending: md, html, htm, pdf, docx or txt
 * @param title overrides what the document itself says; null to keep that
 * @param category overrides likewise
 * @param language overrides likewise; BCP 47
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NewDocument(
        String slug,
        String fileName,
        byte[] content,
        @Nullable String title,
        @Nullable String category,
        @Nullable String language) {}
