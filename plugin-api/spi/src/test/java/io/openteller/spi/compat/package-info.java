/** Holds the interface against the one that was released last. */
@NullMarked
package io.openteller.spi.compat;

import org.jspecify.annotations.NullMarked;
