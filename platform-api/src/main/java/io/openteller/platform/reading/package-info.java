/**
 * Reads files: bytes of any format that a bank keeps its knowledge in become titled sections.
 *
 * <p>Knows no bank and stores nothing. A file that cannot be read is refused with the reason, never read in part.
 */
@NullMarked
package io.openteller.platform.reading;

import org.jspecify.annotations.NullMarked;
