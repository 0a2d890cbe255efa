package io.openteller.platform.knowledge;

import io.openteller.platform.reading.HandedFile;

/**
 * A document as handed in.
 *
 * @param slug its lasting name in addresses
 */
public record NewDocument(String slug, HandedFile file) {}
