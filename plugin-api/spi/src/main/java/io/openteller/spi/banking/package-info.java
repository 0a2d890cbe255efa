/** What a bank's systems can do for the platform. All operations are asked for one customer, by the bank's own reference. */
@NullMarked
package io.openteller.spi.banking;

import org.jspecify.annotations.NullMarked;
