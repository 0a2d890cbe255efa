/** Rules that hold for the whole interface. */
@NullMarked
package io.openteller.spi.shape;

import org.jspecify.annotations.NullMarked;
