/** Who supplies an operation to a bank, and asking them. */
@NullMarked
package io.openteller.platform.banking.internal.supply;

import org.jspecify.annotations.NullMarked;
