/** The front of operations by name. */
@NullMarked
package io.openteller.platform.banking.internal.operation;

import org.jspecify.annotations.NullMarked;
