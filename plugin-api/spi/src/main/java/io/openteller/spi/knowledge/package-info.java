/** Where a bank keeps what customers may be told. */
@NullMarked
package io.openteller.spi.knowledge;

import org.jspecify.annotations.NullMarked;
